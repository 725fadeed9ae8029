import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encrypted } from '../../src/adapters/encrypted/encrypted.ts';
import { noKeys } from '../../src/adapters/encrypted/noKeys.ts';
import { openKeyring } from '../../src/adapters/encrypted/openKeyring.ts';
import { openMemoryKeys } from '../../src/adapters/memory/keys.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { sealed } from '../../src/adapters/sealed/sealed.ts';
import { openSqliteKeys } from '../../src/adapters/sqlite/keys/keys.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts';
import { EVERY_CAPABILITY } from '../../src/adapters/testing/store/capabilities.ts';
import { checkStore } from '../../src/adapters/testing/store/checkStore.ts';
import { reportText } from '../../src/adapters/testing/store/reportText.ts';
import type { OpenedStore, StoreSubject } from '../../src/adapters/testing/store/subject.ts';
import type { KeyTable } from '../../src/domain/store/keys.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import { seed } from '../support/property.ts';
import { disguised } from './support/disguised.ts';
import { MASTER } from './support/master.ts';

type Wrapper = (store: EventStore) => EventStore;

const hiding = async (store: EventStore, table: KeyTable): Promise<EventStore> =>
  encrypted(store, await openKeyring(table, { current: MASTER }));

/** Keys in memory, which a second instance may use as well: it is told that they are closed, and they are not. */
function sharedKeys(): () => KeyTable {
  const table = openMemoryKeys();
  return () => ({ ...table, close: async () => {} });
}

const inMemory = (name: string, keys: () => KeyTable, wrap: Wrapper, beneath: Wrapper = same): StoreSubject => ({
  name: `${name}, in memory`,
  open: async (): Promise<OpenedStore> => ({ store: wrap(await hiding(beneath(openMemoryStore()), keys())) }),
  capabilities: { ...EVERY_CAPABILITY, expectedAny: false, secondInstance: false },
});

const inFiles = (name: string, keysIn: (folder: string) => () => KeyTable, wrap: Wrapper): StoreSubject => ({
  name: `${name}, in files`,
  open: async (): Promise<OpenedStore> => {
    const folder = mkdtempSync(join(tmpdir(), 'emargement-'));
    const keys = keysIn(folder);
    const again = async () => {
      const store = openSqliteStore(join(folder, 'record.db'), { synchronous: 'normal', pollMs: 5 });
      return wrap(await hiding(sealed(store), keys()));
    };
    return { store: await again(), again, dispose: async () => rmSync(folder, { recursive: true }) };
  },
  capabilities: { ...EVERY_CAPABILITY, expectedAny: false },
});

const same: Wrapper = (store) => store;

const IN_MEMORY: readonly StoreSubject[] = [
  inMemory('nothing personal', openMemoryKeys, same),
  inMemory('everything personal', openMemoryKeys, disguised),
  inMemory('everything personal, keys in SQLite', () => openSqliteKeys(':memory:'), disguised),
  inMemory('everything personal, sealed', openMemoryKeys, disguised, sealed),
  {
    name: 'nothing personal, without keys, in memory',
    open: async () => ({ store: encrypted(openMemoryStore(), noKeys) }),
    capabilities: { ...EVERY_CAPABILITY, expectedAny: false, secondInstance: false },
  },
];

const IN_FILES: readonly StoreSubject[] = [
  inFiles('everything personal, sealed, keys in memory', sharedKeys, disguised),
  inFiles(
    'everything personal, sealed, keys in SQLite',
    (folder) => () => openSqliteKeys(join(folder, 'keys.db')),
    disguised,
  ),
];

describe('a store that hides what is personal', () => {
  test.each(IN_MEMORY)('keeps the contract of every store: $name', async (subject) => {
    const report = await checkStore(subject, { seed });
    expect(report.passed, reportText(report)).toBe(true);
  });

  // Each case makes files and waits for the disk, so that there are few.
  test.each(IN_FILES)('keeps the contract of every store: $name', async (subject) => {
    const report = await checkStore(subject, { runs: 2, seed });
    expect(report.passed, reportText(report)).toBe(true);
  });
});
