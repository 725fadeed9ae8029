import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encrypted } from '../../src/adapters/encrypted/encrypted.ts';
import { noKeys } from '../../src/adapters/encrypted/noKeys.ts';
import { openKeyring } from '../../src/adapters/encrypted/openKeyring.ts';
import { openMemoryKeys } from '../../src/adapters/memory/keys.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { sealed } from '../../src/adapters/sealed/sealed.ts';
import { verifyStore } from '../../src/adapters/sealed/verifyStore.ts';
import { openSqliteKeys } from '../../src/adapters/sqlite/keys/keys.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts';
import { identityOf } from '../../src/adapters/testing/arbitraries/people.ts';
import { ERASED } from '../../src/domain/values/personal.ts';
import { openRegister } from '../../src/service/register.ts';
import { place } from '../stores/support/folder.ts';
import { comment, must, running } from '../support/asked.ts';
import { MASTER } from './support/master.ts';

const CANDIDATES = 4;

const wired = async (record: string, keys: string) =>
  encrypted(sealed(openSqliteStore(record)), await openKeyring(openSqliteKeys(keys), { current: MASTER }));

/** All files of a folder, one after the other. */
const bytesIn = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('utf8'))
    .join('\n');

describe('a session on a record that is sealed and hides what is personal', () => {
  test('is held as on any other, read again as it was, and tells nobody’s name to who has the files', async () => {
    const [record, keys] = [place(), place()];
    const { register } = await running(await wired(record, keys), 's', CANDIDATES);
    await must(register.handle(comment('s', 'Bruit dans le couloir')));
    const sheet = await register.sheet('s');
    const names = Array.from({ length: CANDIDATES }, (_, person) => identityOf(person).surname);
    expect(sheet.lines.map(({ identity }) => identity)).toMatchObject(names.map((surname) => ({ surname })));

    for (const folder of [dirname(record), dirname(keys)]) {
      const bytes = bytesIn(folder);
      for (const text of [...names, 'Bruit dans le couloir']) expect(bytes).not.toContain(text);
    }
    await register.close();

    const again = openRegister(await wired(record, keys));
    expect(await again.sheet('s')).toEqual(sheet);
    await again.close();
  });

  test('is read without keys as if everybody were erased', async () => {
    const [record, keys] = [place(), place()];
    const { register } = await running(await wired(record, keys), 's', CANDIDATES);
    await register.close();
    const reader = openRegister(encrypted(sealed(openSqliteStore(record)), noKeys));
    const { lines } = await reader.sheet('s');
    expect(lines.map(({ identity }) => identity)).toEqual(lines.map(() => ERASED));
    expect(lines).toHaveLength(CANDIDATES);
    await reader.close();
  });

  test('keeps its seal when somebody is erased: nothing that is stored changes', async () => {
    const [record, keys] = [place(), place()];
    const store = await wired(record, keys);
    const { register } = await running(store, 's', CANDIDATES);
    const before = await verifyStore(store);
    await store.erase?.('session-s', 'candidate-1');
    expect(await verifyStore(store)).toEqual(before);
    expect(before.findings).toEqual([]);
    await register.close();
  });

  test('can be verified on a store that hands out no texts itself', async () => {
    const { readTexts: _, ...log } = openMemoryStore();
    const store = encrypted(sealed(log), await openKeyring(openMemoryKeys(), { current: MASTER }));
    const { register } = await running(store, 's', CANDIDATES);
    expect(await verifyStore(store)).toEqual(await verifyStore(sealed(log)));
    expect((await verifyStore(store)).findings).toEqual([]);
    await register.close();
  });
});
