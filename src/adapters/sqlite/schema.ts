import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../domain/store/errors.ts';
import { type Header, headerOf } from './header.ts';
import { transactionsOn } from './transaction.ts';

/** Marks a file as a record of this library: `Emrg` in ASCII. */
export const APPLICATION_ID = 0x45_6d_72_67;

/**
 * The steps from an empty file to today's schema. A released step is never changed: a file's `user_version` is the
 * number of steps that it has taken.
 *
 * `event` is the record: the canonical JSON of the whole stored event. The other columns repeat what is looked up.
 * A row's position is SQLite's rowid, without AUTOINCREMENT: nothing is ever deleted, and SQLite has one writer at a
 * time, so that positions are given in the order of the commits and without gaps.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE events (
     position INTEGER PRIMARY KEY,
     stream TEXT NOT NULL,
     revision INTEGER NOT NULL,
     id TEXT NOT NULL UNIQUE,
     event TEXT NOT NULL
   ) STRICT;
   CREATE UNIQUE INDEX events_by_stream ON events (stream, revision);
   CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
     BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
   CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
     BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;`,
];

/**
 * Refuses a file by its header.
 *
 * @param newest the version of the schema that this library writes
 * @throws StoreError `store-not-ours`, `store-newer`
 */
export function refuseForeign(path: string, { applicationId, userVersion }: Header, newest = MIGRATIONS.length): void {
  if (applicationId !== APPLICATION_ID) {
    throw new StoreError('store-not-ours', `${path}: a SQLite database, but not a record of this library`);
  }
  if (userVersion > newest) {
    throw new StoreError(
      'store-newer',
      `${path}: written by a newer version (schema ${userVersion}; this one knows up to ${newest})`,
    );
  }
}

/**
 * Refuses a file in which SQLite finds anything broken: its pages, or an index that disagrees with its table. Every
 * page is read, at about 4 ms per megabyte; but on a broken index the next append could give a revision twice.
 *
 * @throws StoreError `store-damaged`
 */
export function assertSound(db: DatabaseSync, path: string): void {
  const findings = db.prepare('PRAGMA integrity_check(1)').all();
  for (const { integrity_check: finding } of findings) {
    if (finding !== 'ok') throw new StoreError('store-damaged', `${path}: ${finding}`);
  }
}

/**
 * Brings an empty or older file to today's schema, in one transaction.
 *
 * @throws StoreError as {@link refuseForeign}
 */
export function migrate(db: DatabaseSync, path: string, steps = MIGRATIONS): void {
  if (!isCurrent(headerOf(db), steps)) take(steps, db, path);
  // A file that lacks its table is damaged, and this must be known before anything is written.
  db.prepare('SELECT position, stream, revision, id, event FROM events');
}

function take(steps: readonly string[], db: DatabaseSync, path: string): void {
  transactionsOn(db)(() => {
    // Read again under the lock: another process may have been faster.
    const header = headerOf(db);
    if (!isBlank(header)) refuseForeign(path, header, steps.length);
    for (const step of steps.slice(header.userVersion)) db.exec(step);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${steps.length}`);
  });
}

const isCurrent = ({ applicationId, userVersion }: Header, steps: readonly string[]): boolean =>
  applicationId === APPLICATION_ID && userVersion === steps.length;

const isBlank = ({ applicationId, userVersion, schemaVersion }: Header): boolean =>
  applicationId === 0 && userVersion === 0 && schemaVersion === 0;
