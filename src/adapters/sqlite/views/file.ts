import type { FileKind } from '../connection.ts';

/**
 * What views there are. The rows of each stand in tables of its own, which bear its generation's number: they go with it
 * as a whole. Whether something was erased whose traces may still be in the log is kept until they are wiped out.
 */
const STEPS: readonly string[] = [
  `CREATE TABLE views (
     generation INTEGER PRIMARY KEY AUTOINCREMENT,
     model TEXT NOT NULL,
     version INTEGER NOT NULL,
     is_live INTEGER NOT NULL,
     position TEXT,
     error TEXT,
     error_position TEXT
   ) STRICT;
   CREATE UNIQUE INDEX views_by_model ON views (model, is_live);
   CREATE TABLE wiping (
     due INTEGER PRIMARY KEY
   ) STRICT;`,
];

/**
 * The file of views. Everything in it can be made anew, so that a commit does not wait for the disk; but what is deleted
 * is overwritten, since it may be personal.
 */
export const VIEW_FILE: FileKind = {
  what: 'file of views',
  // `EmVw` in ASCII.
  applicationId: 0x45_6d_56_77,
  steps: STEPS,
  probe: `SELECT v.generation, v.model, v.version, v.is_live, v.position, v.error, v.error_position, w.due
    FROM views AS v JOIN wiping AS w`,
  journal: 'WAL',
  // Rows are long: to write one takes half the time that it takes in pages of a quarter.
  pageBytes: 16_384,
  // 1,000 pages, a log of 16 MB, as for a record.
  settings: 'PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 1000',
};
