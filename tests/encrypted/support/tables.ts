import { join } from 'node:path';
import { openMemoryKeys } from '../../../src/adapters/memory/keys.ts';
import { openSqliteKeys } from '../../../src/adapters/sqlite/keys/keys.ts';
import type { KeyTable } from '../../../src/domain/store/keys.ts';
import { home } from './home.ts';

/** A table of keys that has to keep the contract. */
export interface TableKind {
  readonly kind: string;
  /** Makes an empty table. @returns opens it, as another process would where there can be one */
  readonly make: () => () => KeyTable;
}

let files = 0;

/** The tables of keys, each as it is used. */
export const TABLES: readonly TableKind[] = [
  {
    kind: 'memory',
    make() {
      const table = openMemoryKeys();
      // The table outlives whoever uses it, as a file does.
      return () => ({ ...table, close: async () => {} });
    },
  },
  {
    kind: 'SQLite',
    make() {
      const path = join(home(), `keys-${files++}.db`);
      return () => openSqliteKeys(path);
    },
  },
];
