/**
 * The embedded store, the embedded table of keys and the embedded views: one SQLite file each, through the runtime's own driver
 * (`node:sqlite`).
 *
 * @module
 */
export { openSqliteKeys } from './keys/keys.ts';
export type { SqliteStoreOptions } from './options.ts';
export { openSqliteStore } from './store.ts';
export { openSqliteViews } from './views/views.ts';
