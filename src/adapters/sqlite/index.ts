/**
 * The embedded store: one SQLite file, through the runtime's own driver (`node:sqlite`, Node 22.15 or later).
 *
 * @module
 */
export type { SqliteStoreOptions } from './options.ts';
export { openSqliteStore } from './store.ts';
