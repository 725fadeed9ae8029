import { openMemoryStore } from '../../../src/adapters/memory/store.ts';
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';

/** A store that has to keep the contract. */
export interface Kind {
  readonly kind: string;
  /** Opens an empty store. */
  readonly open: () => EventStore;
}

/** The stores that live as long as the process, so that a property can have a fresh one for every case. */
export const STORES: readonly Kind[] = [
  { kind: 'memory', open: openMemoryStore },
  { kind: 'SQLite', open: () => openSqliteStore(':memory:') },
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
