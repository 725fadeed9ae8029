import { StoreError } from '../../../domain/store/errors.ts';
import type { View, ViewStep, Views } from '../../../domain/store/views.ts';
import { type Connection, connect } from '../connection.ts';
import { onFile } from '../faults.ts';
import { type SqliteStoreOptions, withDefaults } from '../options.ts';
import { transactionsOn } from '../transaction.ts';
import { VIEW_FILE } from './file.ts';
import { generationsOn } from './generations.ts';
import { wipingOn } from './wiping.ts';

/**
 * Opens the views in a SQLite file of their own, and makes it where the file is absent or empty. Several processes may
 * have it open, on one machine. `':memory:'` is views that live as long as they are open.
 *
 * What was acknowledged survives the death of the process; the loss of power may take the last steps, checkpoint and rows
 * together, and they are taken again. Once an erased person's step is taken, neither the file nor the log beside it holds
 * what the rows said of them; where another process was reading just then, not before the next step, or the next opening.
 *
 * @param options how long to wait for others
 * @throws StoreError as `openSqliteStore`; a record is no file of views
 */
export function openSqliteViews(path: string, options: Pick<SqliteStoreOptions, 'busyTimeoutMs'> = {}): Views {
  const { busyTimeoutMs } = withDefaults(options);
  return viewsOn(connect(VIEW_FILE, path, { synchronous: 'normal', busyTimeoutMs }));
}

function viewsOn(connection: Connection): Views {
  const { db, path } = connection;
  const generations = generationsOn(connection);
  const wiping = wipingOn(connection);
  const transaction = transactionsOn(db);
  let closed = false;

  const whileOpen = <T>(work: () => T): T => {
    if (closed) throw new StoreError('store-closed', `${path}: the views are closed`);
    return onFile(path, work);
  };

  /** Reads several things of one moment. */
  const reading = <T>(work: () => T): T => {
    db.exec('BEGIN');
    try {
      return work();
    } finally {
      db.exec('COMMIT');
    }
  };

  /** Changes a view that is as it was found. */
  const change = (found: View, work: (generation: number) => void): View | null =>
    whileOpen(() => {
      const changed = transaction(() => {
        const { generation, position } = found;
        const now = generations.of(generation);
        if (now === null || now.position !== position) return null;
        work(generation);
        return generations.of(generation);
      });
      wiping.wipe();
      return changed;
    });

  /** It may hold what was personal of somebody of whose erasure it never learned: it stood still since. */
  const drop = ({ generation }: View): void => {
    generations.drop(generation);
    wiping.isDue();
  };

  const begin = (model: string, version: number): View | null => {
    const begun = generations.ofModel(model, false);
    if (begun?.version === version && begun.stopped === null) return begun;
    if (begun !== null) drop(begun);
    return generations.of(generations.add(model, version));
  };

  const take = (generation: number, { to, rows, wipes }: ViewStep): void => {
    const kept = generations.rows(generation);
    for (const row of rows) kept.save(row);
    generations.moveTo(generation, to);
    if (wipes) wiping.isDue();
  };

  whileOpen(wiping.wipe);

  return {
    all: async () => whileOpen(generations.all),

    async begin(model, version) {
      const view = whileOpen(() => {
        const begun = transaction(() => begin(model, version));
        wiping.wipe();
        return begun;
      });
      if (view === null) throw new StoreError('store-damaged', `${path}: a view that was just begun is not there`);
      return view;
    },

    rowsOf: async ({ generation }, streams) =>
      whileOpen(() =>
        reading(() => {
          const texts = new Map<string, string>();
          if (generations.of(generation) === null) return texts;
          const rows = generations.rows(generation);
          for (const stream of streams) {
            const text = rows.textOf(stream);
            if (text !== null) texts.set(stream, text);
          }
          return texts;
        }),
      ),

    commit: async (found, step) => change(found, (generation) => take(generation, step)),

    swap: async (found) =>
      change(found, (generation) => {
        const former = generations.ofModel(found.model, true);
        if (former !== null && former.generation !== generation) drop(former);
        generations.setLive(generation);
      }),

    stop: async (found, fault) => change(found, (generation) => generations.setFault(generation, fault)),

    retry: async (found) => change(found, (generation) => generations.setFault(generation, null)),

    query: async (model, where = {}) =>
      whileOpen(() =>
        reading(() => {
          const view = generations.ofModel(model, true);
          if (view === null) return null;
          const found = generations.rows(view.generation).find(where);
          return { view, rows: found.map(({ stream, text }) => ({ stream, row: JSON.parse(text) as unknown })) };
        }),
      ),

    async close() {
      if (closed) return;
      closed = true;
      onFile(path, () => db.close());
    },
  };
}
