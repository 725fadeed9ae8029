import type { FileKind } from '../connection.ts';

/**
 * The wrapped keys stand in a table of their own, where a row is added at the end, keeps its length, and never moves: it
 * is overwritten where it stands, so that nothing depends on what SQLite leaves behind where it moves rows from page to
 * page. What is looked up stands beside it, and is no secret.
 */
const STEPS: readonly string[] = [
  `CREATE TABLE secrets (
     id INTEGER PRIMARY KEY,
     wrapped TEXT NOT NULL
   ) STRICT;
   CREATE TABLE keys (
     stream TEXT NOT NULL,
     person TEXT NOT NULL,
     master TEXT NOT NULL,
     secret INTEGER NOT NULL,
     PRIMARY KEY (stream, person)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE notes (
     name TEXT PRIMARY KEY,
     text TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TRIGGER secrets_keep_their_length BEFORE UPDATE ON secrets WHEN length(NEW.wrapped) <> length(OLD.wrapped)
     BEGIN SELECT RAISE(ABORT, 'keys keep their length'); END;
   CREATE TRIGGER secrets_are_not_deleted BEFORE DELETE ON secrets
     BEGIN SELECT RAISE(ABORT, 'keys are overwritten, never deleted'); END;
   CREATE TRIGGER keys_are_not_deleted BEFORE DELETE ON keys
     BEGIN SELECT RAISE(ABORT, 'that there was a key is never forgotten'); END;
   CREATE TRIGGER notes_are_not_changed BEFORE UPDATE ON notes
     BEGIN SELECT RAISE(ABORT, 'notes are never changed'); END;`,
];

/**
 * The file of a table of keys. What a transaction overwrites stands in the journal beside the file until it commits; the
 * commit deletes the journal, and `synchronous = EXTRA` waits until the folder has forgotten it too. A log (WAL) would
 * keep what was overwritten for as long as somebody reads.
 */
export const KEY_FILE: FileKind = {
  what: 'table of keys',
  // `EmKy` in ASCII.
  applicationId: 0x45_6d_4b_79,
  steps: STEPS,
  probe: `SELECT k.stream, k.person, k.master, s.wrapped, n.name, n.text
    FROM keys AS k JOIN secrets AS s ON s.id = k.secret JOIN notes AS n`,
  journal: 'DELETE',
  pageBytes: 4096,
  settings: 'PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY',
};
