import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../domain/store/errors.ts';
import { isBusy, onFile } from './faults.ts';
import { inspectPlace, realPlace } from './place.ts';
import { assertSound, migrate, type Schema } from './schema.ts';

/** A kind of file that this library keeps: what is in it, and how SQLite treats it. */
export interface FileKind extends Schema {
  readonly journal: 'WAL' | 'DELETE';
  /** The pages of a new file, in bytes; SQLite's own are of 4,096. */
  readonly pageBytes: number;
  /** Statements that every connection begins with. */
  readonly settings: string;
}

/** How a connection treats the disk and its neighbours. */
export interface ConnectionOptions {
  /** How long a commit waits for the disk; `extra` also waits for the folder. */
  readonly synchronous: 'extra' | 'full' | 'normal';
  /** Milliseconds. */
  readonly busyTimeoutMs: number;
}

/** An open file of today's schema. */
export interface Connection {
  /** The file's absolute path, or `:memory:`. */
  readonly path: string;
  readonly db: DatabaseSync;
}

const MEMORY = ':memory:';

/**
 * Opens a file of this kind, and makes it where there is none yet.
 *
 * @throws StoreError as `openSqliteStore`
 */
export function connect(kind: FileKind, given: string, options: ConnectionOptions): Connection {
  if (given === '') throw new StoreError('store-unwritable', 'The path of a store is empty');
  const path = given === MEMORY ? MEMORY : realPlace(given);
  const isKnownSound = path !== MEMORY && inspectPlace(kind, path, options.busyTimeoutMs);
  const db = onFile(path, () => new DatabaseSync(path));
  try {
    onFile(path, () => {
      db.exec(
        `PRAGMA busy_timeout = ${options.busyTimeoutMs}; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON`,
      );
      if (!isKnownSound) assertSound(db, path);
      prepare(kind, db, path, options);
    });
    return { path, db };
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

function prepare(kind: FileKind, db: DatabaseSync, path: string, options: ConnectionOptions): void {
  db.exec(`PRAGMA page_size = ${kind.pageBytes}`);
  // The schema comes before the log: so the file itself, and not only the log beside it, says whose it is.
  migrate(db, path, kind);
  patiently(options.busyTimeoutMs, () => db.exec(`PRAGMA journal_mode = ${kind.journal}`));
  db.exec(`PRAGMA synchronous = ${options.synchronous}; ${kind.settings}`);
}

/** Tries again while others are in the way: SQLite changes the kind of log without waiting for them. */
function patiently(timeoutMs: number, work: () => void): void {
  const deadline = performance.now() + timeoutMs;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      work();
      return;
    } catch (thrown) {
      if (!isBusy(thrown) || performance.now() >= deadline) throw thrown;
      Atomics.wait(pause, 0, 0, 5);
    }
  }
}
