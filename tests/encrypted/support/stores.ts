import { join } from 'node:path';
import { encrypted } from '../../../src/adapters/encrypted/encrypted.ts';
import type { Keyring } from '../../../src/adapters/encrypted/keyring.ts';
import { openKeyring } from '../../../src/adapters/encrypted/openKeyring.ts';
import { openMemoryStore } from '../../../src/adapters/memory/store.ts';
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';
import { home } from './home.ts';
import { MASTER } from './master.ts';
import { TABLES, type TableKind } from './tables.ts';

/** A store that boxes are kept in. */
export interface InnerKind {
  readonly kind: string;
  /** Makes an empty store. @returns opens it; again, where there can be a second way to what it holds */
  readonly make: () => () => EventStore;
}

let files = 0;

/** The stores beneath the encryption. */
export const INNER: readonly InnerKind[] = [
  {
    kind: 'memory',
    make() {
      const store = openMemoryStore();
      return () => store;
    },
  },
  {
    kind: 'SQLite',
    make() {
      const path = join(home(), `record-${files++}.db`);
      return () => openSqliteStore(path, { synchronous: 'normal', pollMs: 5 });
    },
  },
];

/** A store that hides, with what it is made of. */
export interface Kind {
  readonly kind: string;
  readonly inner: InnerKind;
  readonly table: TableKind;
}

/** Every store on every table of keys. */
export const KINDS: readonly Kind[] = INNER.flatMap((inner) =>
  TABLES.map((table) => ({ kind: `encrypted(${inner.kind}), keys in ${table.kind}`, inner, table })),
);

/** An open store, and what lies beneath it. */
export interface Opened {
  readonly store: EventStore;
  readonly inner: EventStore;
  readonly keyring: Keyring;
  readonly table: ReturnType<TableKind['make']>;
}

/** Opens an empty store for some work, and closes it whatever happens. */
export async function withStore<T>({ inner, table }: Kind, work: (opened: Opened) => Promise<T>): Promise<T> {
  const [beneath, keys] = [inner.make()(), table.make()];
  const keyring = await openKeyring(keys(), { current: MASTER });
  const store = encrypted(beneath, keyring);
  try {
    return await work({ store, inner: beneath, keyring, table: keys });
  } finally {
    await store.close();
  }
}

/** The texts that a store holds. */
export async function textsOf({ readTexts }: EventStore): Promise<readonly string[]> {
  if (readTexts === undefined) throw new Error('a store that hands out no texts');
  return (await readTexts({ limit: 10_000 })).map(({ text }) => text);
}
