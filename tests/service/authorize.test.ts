import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import type { Authorize } from '../../src/service/ports.ts';
import { comment, issue, must, opened, plan, refusedBy, register } from '../support/asked.ts';
import { counted } from '../support/wrapped.ts';

const BECAUSE = { en: 'Only the centre may do {this}.', fr: 'Seul le centre peut faire {ceci}.' };

const CENTRE = { role: 'centre', identity: 'lycée' } as const;

/** Lets nobody but the centre do anything. */
const centreOnly: Authorize = ({ actor }) => (actor.role === 'centre' ? null : BECAUSE);

describe('what the host does not allow', () => {
  test('is refused with the host’s own words, and nothing is stored', async () => {
    const { store, calls } = counted(openMemoryStore());
    const { register: inUse } = opened(store, { authorize: centreOnly });
    await must(inUse.handle(plan('s', {}, { actor: CENTRE })));
    const before = calls.append;
    const answer = await inUse.handle(comment('s', 'Noté'));
    expect(answer).toEqual({
      kind: 'refused',
      refusals: [
        {
          rule: 'not-authorised',
          sentence: null,
          event: null,
          lifecycle: null,
          path: 'actor',
          ...BECAUSE,
          values: { role: { value: 'examiner', personal: false }, identity: { value: 'lefevre', personal: true } },
        },
      ],
    });
    expect(await refusedBy(inUse.handle(issue('s')))).toEqual([['not-authorised', 'actor']]);
    expect(calls.append).toBe(before);
  });

  test('is asked of each command of a list, of what is known of the session, and may take its time', async () => {
    const asked: unknown[] = [];
    const authorize: Authorize = async (command, { lifecycle, state }) => {
      await Promise.resolve();
      asked.push([command.type, lifecycle, state.revision]);
      return centreOnly(command, { lifecycle, state });
    };
    const { register: inUse } = opened(openMemoryStore(), { authorize });
    await must(inUse.handle(plan('s', {}, { actor: CENTRE })));
    asked.length = 0;
    const list = [register('s', 0, { actor: CENTRE }), register('s', 1), comment('s', 'Noté')];
    expect(await refusedBy(inUse.handleAll(list))).toEqual([
      ['not-authorised', '[1].actor'],
      ['not-authorised', '[2].actor'],
    ]);
    expect(asked.slice(0, 3)).toEqual([
      ['RegisterCandidate', 'planned', 2],
      ['RegisterCandidate', 'planned', 2],
      ['AddSessionComment', 'planned', 2],
    ]);
    expect(await inUse.history('s')).toHaveLength(2);
  });

  test('is refused again where the command was carried out before', async () => {
    let isAllowed = true;
    const { register: inUse } = opened(openMemoryStore(), { authorize: () => (isAllowed ? null : BECAUSE) });
    const command = plan('s', {}, { id: 'c' });
    await must(inUse.handle(command));
    isAllowed = false;
    expect(await refusedBy(inUse.handle(command))).toEqual([['not-authorised', 'actor']]);
  });

  test('is not even asked of what cannot be read', async () => {
    let asked = 0;
    const authorize = () => {
      asked++;
      return null;
    };
    const { register: inUse } = opened(openMemoryStore(), { authorize });
    await refusedBy(inUse.handle({ type: 'PlanSession' }));
    expect(asked).toBe(0);
  });

  test('and throws is thrown, and stores nothing', async () => {
    const store = openMemoryStore();
    const { register: inUse } = opened(store, { authorize: () => Promise.reject(new Error('no directory')) });
    await expect(inUse.handle(plan('s'))).rejects.toThrow('no directory');
    expect(await store.readAll()).toEqual([]);
  });
});
