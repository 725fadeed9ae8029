import type { DatabaseSync } from 'node:sqlite';

/** What a database says of itself in its first page. */
export interface Header {
  /** Which program the file belongs to; 0 where nobody said. */
  readonly applicationId: number;
  /** The version of the program's schema; 0 where nobody said. */
  readonly userVersion: number;
  /** How often the schema was changed; 0 where there never was one. */
  readonly schemaVersion: number;
}

/** Reads the header as this connection sees it. */
export const headerOf = (db: DatabaseSync): Header => ({
  applicationId: pragma(db, 'application_id'),
  userVersion: pragma(db, 'user_version'),
  schemaVersion: pragma(db, 'schema_version'),
});

/** A number that SQLite keeps under this name. */
export function pragma(db: DatabaseSync, name: string): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);
}
