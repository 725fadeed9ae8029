import { StoreError } from '../../../domain/store/errors.ts';
import { type KeptKey, type KeyTable, keyPlace, liveKey, noted } from '../../../domain/store/keys.ts';
import { globalBounds, streamName } from '../../../domain/store/ranges.ts';
import { connect } from '../connection.ts';
import { onFile } from '../faults.ts';
import { type SqliteStoreOptions, withDefaults } from '../options.ts';
import { transactionsOn } from '../transaction.ts';
import { KEY_FILE } from './file.ts';
import { keyRows } from './rows.ts';

/**
 * Opens a table of keys in a SQLite file of its own, and makes it where the file is absent or empty. Several processes
 * may have it open, on one machine. `':memory:'` is a table that lives as long as it is open.
 *
 * What was acknowledged survives the loss of power. A key that is destroyed, or wrapped anew, is overwritten where it
 * stands: no file holds what stood there before. A disk or a file system that keeps old blocks, and a backup, still may.
 *
 * @param options how long to wait for others
 * @throws StoreError as `openSqliteStore`; a record is no table of keys
 */
export function openSqliteKeys(path: string, options: Pick<SqliteStoreOptions, 'busyTimeoutMs'> = {}): KeyTable {
  const { busyTimeoutMs } = withDefaults(options);
  const connection = connect(KEY_FILE, path, { synchronous: 'extra', busyTimeoutMs });
  const { db } = connection;
  const rows = keyRows(connection);
  const transaction = transactionsOn(db);
  let closed = false;

  const whileOpen = <T>(work: () => T): T => {
    if (closed) throw new StoreError('store-closed', `${connection.path}: the table of keys is closed`);
    return onFile(connection.path, work);
  };

  const add = (key: KeptKey): KeptKey => {
    const standing = rows.ofPerson(key);
    if (standing !== null) return standing.key;
    rows.add(key);
    return key;
  };

  const rewrap = (before: KeptKey, after: KeptKey): void => {
    const standing = rows.ofPerson(before);
    if (standing?.key.wrapped === before.wrapped) rows.overwrite({ ...after, ...keyPlace(before) }, standing.secret);
  };

  const destroy = (destroyed: KeptKey): void => {
    const standing = rows.ofPerson(destroyed);
    if (standing === null) rows.add(destroyed);
    else if (standing.key.wrapped !== null) rows.overwrite(destroyed, standing.secret);
  };

  const addNote = (name: string, text: string): string => {
    const standing = rows.note(name);
    if (standing !== null) return standing;
    rows.addNote(name, text);
    return text;
  };

  return {
    ofStream: async (stream) => whileOpen(() => rows.ofStream(streamName(stream))),

    ofPerson: async (stream, person) => whileOpen(() => rows.ofPerson(keyPlace({ stream, person }))?.key ?? null),

    add: async (key) =>
      whileOpen(() => {
        const live = liveKey(key);
        return transaction(() => add(live));
      }),

    rewrap: async (before, after) =>
      whileOpen(() => {
        const [from, to] = [liveKey(before), liveKey(after)];
        transaction(() => rewrap(from, to));
      }),

    destroy: async (stream, person) =>
      whileOpen(() => {
        const destroyed = { ...keyPlace({ stream, person }), master: '', wrapped: null };
        transaction(() => destroy(destroyed));
      }),

    page: async (after, limit) => whileOpen(() => rows.page(after, globalBounds({ limit }).limit)),

    note: async (name) => whileOpen(() => rows.note(noted(name))),

    addNote: async (name, text) =>
      whileOpen(() => {
        const [wanted, given] = [noted(name), noted(text)];
        return transaction(() => addNote(wanted, given));
      }),

    async close() {
      if (closed) return;
      closed = true;
      onFile(connection.path, () => db.close());
    },
  };
}
