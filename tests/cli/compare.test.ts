import { describe, expect, test } from 'vitest';
import { differencesTo, look } from '../../src/adapters/cli/demo/compare.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { openRegister } from '../../src/service/register.ts';
import { comment, must, register, running } from '../support/asked.ts';

describe('what the demonstration compares', () => {
  test('does not differ where nothing was changed', async () => {
    const store = openMemoryStore();
    const { register: inUse } = await running(store, 's', 2);
    expect(await differencesTo(openRegister(store), 's', await look(inUse, 's'))).toEqual([]);
  });

  test('differs in everything that a change shows in', async () => {
    const store = openMemoryStore();
    const { register: inUse } = await running(store, 's', 2);
    const before = await look(inUse, 's');
    await must(inUse.handle(comment('s', 'Noté depuis')));
    expect(await differencesTo(openRegister(store), 's', before)).toEqual([
      'l’état relu diffère',
      'l’état rejoué diffère',
      'la feuille diffère',
      'le PV diffère',
    ]);
  });

  test('differs where an event of the record is illegal', async () => {
    const store = openMemoryStore();
    const { register: inUse } = await running(store, 's', 2);
    const before = await look(inUse, 's');
    const registered = (await store.readStream('session-s')).filter(({ type }) => type === 'CandidateRegistered');
    const forged = registered.map((event, n) => ({ ...event, id: `00000000-0000-4000-8000-00000000000${n}` }));
    await store.append('session-s', 'any', forged.slice(0, 1));
    const differences = await differencesTo(openRegister(store), 's', before);
    expect(differences).toContain('le fait de rang 7 est illégal');
    expect(differences).toContain('l’état rejoué diffère');
    expect(await inUse.handle(register('s', 5))).toMatchObject({ kind: 'refused' });
  });
});
