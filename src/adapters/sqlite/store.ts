import type { NewEvent, StoredEvent } from '../../domain/store/envelope.ts';
import { StoreError } from '../../domain/store/errors.ts';
import { readyToStore } from '../../domain/store/json.ts';
import type { AppendResult, CallOptions, EventStore, ExpectedRevision, GlobalRange } from '../../domain/store/port.ts';
import {
  believedRevision,
  type GlobalBounds,
  globalBounds,
  invalid,
  streamBounds,
  streamName,
} from '../../domain/store/ranges.ts';
import { type Connection, connect } from './connection.ts';
import { eventTable } from './events.ts';
import { onFile } from './faults.ts';
import { listenersOn } from './listeners.ts';
import { type SqliteStoreOptions, withDefaults } from './options.ts';
import { RECORD } from './record.ts';
import { transactionsOn } from './transaction.ts';

/**
 * Opens a record in one SQLite file, and makes it where the file is absent or empty. Several processes may have the
 * same file open, on one machine. `':memory:'` is a record that lives as long as the store.
 *
 * The driver is synchronous: the promises are settled when they are returned, and a call that waits for another
 * process, `busyTimeoutMs` at most, stops this one meanwhile.
 *
 * Opening reads the whole file once, at about 4 ms per megabyte, and refuses one in which anything is broken. A file
 * that is refused stays as it was, byte for byte, with nothing beside it.
 *
 * @throws StoreError `store-not-ours`, `store-newer`, `store-damaged`, `store-unwritable`, `store-busy`, naming the
 * path; `range-invalid` for an option
 */
export function openSqliteStore(path: string, options: SqliteStoreOptions = {}): EventStore {
  const { pollMs, ...settings } = withDefaults(options);
  return storeOn(connect(RECORD, path, settings), pollMs);
}

function storeOn(connection: Connection, pollMs: number): EventStore {
  const { db, path } = connection;
  const table = eventTable(connection);
  const transaction = transactionsOn(db);
  const listeners = listenersOn(db, pollMs);
  let closed = false;

  const whileOpen = <T>(work: () => T, { signal }: CallOptions = {}): T => {
    signal?.throwIfAborted();
    if (closed) throw new StoreError('store-closed', `${path}: the store is closed`);
    return onFile(path, work);
  };

  const append = (stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): AppendResult => {
    // Whatever can be done before is done before the lock is taken: others wait for it.
    const ready = readyToStore(streamName(stream), events);
    const believed = believedRevision(expected);
    const result = transaction((): AppendResult => {
      const actual = table.lastRevision(stream);
      if (believed !== 'any' && believed !== actual) return { kind: 'conflict', stream, expected, actual };
      const stored: StoredEvent[] = ready.map((event, index) => table.insert(stream, actual + 1 + index, event));
      return { kind: 'appended', events: stored, revision: actual + stored.length };
    });
    if (result.kind === 'appended' && result.events.length > 0) listeners.tell();
    return result;
  };

  const pageOf = <One>(range: GlobalRange | undefined, read: (bounds: GlobalBounds) => One[]): One[] => {
    const bounds = globalBounds(range);
    const page = read(bounds);
    if (page.length === 0 && bounds.after > 0 && !table.hasPosition(bounds.after)) {
      throw invalid('position of this store', bounds.after);
    }
    return page;
  };

  return {
    append: async (stream, expected, events, options) => whileOpen(() => append(stream, expected, events), options),

    readStream: async (stream, range, options) =>
      whileOpen(() => table.ofStream(streamName(stream), streamBounds(range)), options),

    readAll: async (range, options) => whileOpen(() => pageOf(range, table.ofAll), options),

    readTexts: async (range, options) => whileOpen(() => pageOf(range, table.textsOfAll), options),

    onAppend: (look) => whileOpen(() => listeners.add(look)),

    async close() {
      if (closed) return;
      closed = true;
      listeners.clear();
      onFile(path, () => db.close());
    },
  };
}
