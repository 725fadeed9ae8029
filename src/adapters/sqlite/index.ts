/**
 * The embedded store and the embedded table of keys: one SQLite file each, through the runtime's own driver
 * (`node:sqlite`).
 *
 * @module
 */
export { openSqliteKeys } from './keys/keys.ts';
export type { SqliteStoreOptions } from './options.ts';
export { openSqliteStore } from './store.ts';
