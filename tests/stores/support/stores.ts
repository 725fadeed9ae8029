import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openMemoryStore } from '../../../src/adapters/memory/store.ts';
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';

/** A store that has to keep the contract. */
export interface Kind {
  readonly kind: string;
  /** Opens an empty store. */
  readonly open: () => EventStore;
}

const home = mkdtempSync(join(tmpdir(), 'emargement-'));
afterAll(() => rmSync(home, { recursive: true }));

let records = 0;
const openRecord = (): EventStore => openSqliteStore(join(home, `${records++}.db`), { synchronous: 'normal' });

/** The stores, each as it is used. */
export const STORES: readonly Kind[] = [
  { kind: 'memory', open: openMemoryStore },
  { kind: 'SQLite', open: openRecord },
];

/** Opens a store for some work, and closes it whatever happens. */
export async function withStore<T>({ open }: Kind, work: (store: EventStore) => Promise<T>): Promise<T> {
  const store = open();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
