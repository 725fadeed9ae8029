import type { FileKind } from './connection.ts';

/**
 * `event` is the record: the canonical JSON of the whole stored event. The other columns repeat what is looked up.
 * A row's position is SQLite's rowid, without AUTOINCREMENT: nothing is ever deleted, and SQLite has one writer at a
 * time, so that positions are given in the order of the commits and without gaps.
 */
const STEPS: readonly string[] = [
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

/** The file of a record. */
export const RECORD: FileKind = {
  what: 'record',
  // `Emrg` in ASCII.
  applicationId: 0x45_6d_72_67,
  steps: STEPS,
  probe: 'SELECT position, stream, revision, id, event FROM events',
  journal: 'WAL',
  pageBytes: 4096,
  // 4,000 pages, a log of 16 MB: checkpoints cost less the rarer they are, and the log's index still is one block.
  settings: 'PRAGMA wal_autocheckpoint = 4000',
};
