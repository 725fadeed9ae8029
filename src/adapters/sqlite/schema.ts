import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../domain/store/errors.ts';
import { type Header, headerOf } from './header.ts';

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
const MIGRATIONS: readonly string[] = [
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

/** The version of the schema that this library writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Refuses a file by its header.
 *
 * @throws StoreError `store-not-ours`, `store-newer`
 */
export function refuseForeign(path: string, { applicationId, userVersion }: Header): void {
  if (applicationId !== APPLICATION_ID) {
    throw new StoreError('store-not-ours', `${path}: a SQLite database, but not a record of this library`);
  }
  if (userVersion > SCHEMA_VERSION) {
    throw new StoreError(
      'store-newer',
      `${path}: written by a newer version (schema ${userVersion}; this one knows up to ${SCHEMA_VERSION})`,
    );
  }
}

/**
 * Brings an empty or older file to today's schema, in one transaction.
 *
 * @throws StoreError as {@link refuseForeign}
 */
export function migrate(db: DatabaseSync, path: string): void {
  if (!isCurrent(headerOf(db))) takeSteps(db, path);
  // A file that lacks its table is damaged, and this must be known before anything is written.
  db.prepare('SELECT position, stream, revision, id, event FROM events');
}

function takeSteps(db: DatabaseSync, path: string): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    // Read again under the lock: another process may have been faster.
    const header = headerOf(db);
    if (!isBlank(header)) refuseForeign(path, header);
    for (const step of MIGRATIONS.slice(header.userVersion)) db.exec(step);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
  } catch (thrown) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
}

const isCurrent = ({ applicationId, userVersion }: Header): boolean =>
  applicationId === APPLICATION_ID && userVersion === SCHEMA_VERSION;

const isBlank = ({ applicationId, userVersion, schemaVersion }: Header): boolean =>
  applicationId === 0 && userVersion === 0 && schemaVersion === 0;
