import type { DatabaseSync } from 'node:sqlite';

/**
 * Makes the tables of a generation.
 *
 * The texts of rows stand in slots, each in a slot that is long enough and filled up with blanks. A slot is added at the
 * end, keeps its length, and never moves: it is overwritten where it stands, so that nothing depends on what SQLite
 * leaves behind where it moves what grows from page to page. What is looked up stands beside it, and is not personal.
 */
export function makeTables(db: DatabaseSync, generation: number): void {
  db.exec(`
    CREATE TABLE slots_${generation} (
      id INTEGER PRIMARY KEY,
      text TEXT NOT NULL
    ) STRICT;
    CREATE TABLE free_${generation} (
      size INTEGER NOT NULL,
      slot INTEGER NOT NULL,
      PRIMARY KEY (size, slot)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rows_${generation} (
      stream TEXT PRIMARY KEY,
      slot INTEGER NOT NULL,
      size INTEGER NOT NULL,
      is_kept INTEGER NOT NULL,
      columns TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE values_${generation} (
      name TEXT NOT NULL,
      value ANY NOT NULL,
      stream TEXT NOT NULL,
      PRIMARY KEY (name, value, stream)
    ) STRICT, WITHOUT ROWID;`);
}

/** Deletes the tables of a generation; every page that they had is overwritten. */
export function dropTables(db: DatabaseSync, generation: number): void {
  for (const table of ['slots', 'free', 'rows', 'values']) db.exec(`DROP TABLE ${table}_${generation}`);
}
