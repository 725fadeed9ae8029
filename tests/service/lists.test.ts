import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { openRegister } from '../../src/service/register.ts';
import { STORES, withStore } from '../stores/support/stores.ts';
import { comment, must, opened, plan, refusedBy, register, say, typesOf } from '../support/asked.ts';
import { holds } from '../support/property.ts';
import { counted } from '../support/wrapped.ts';

describe.each(STORES)('a list of commands on a $kind store', (kind) => {
  test('is recorded as one append, each command decided after those before it', async () => {
    await withStore(kind, async (store) => {
      const { store: asked, calls } = counted(store);
      const { register: inUse } = opened(asked);
      const answer = await must(
        inUse.handleAll([
          plan('s', {}, { id: 'a' }),
          register('s', 0, { id: 'b' }),
          register('s', 1, { id: 'c' }),
          say('s', 'WithdrawCandidate', { candidate: 1 }, { id: 'd' }),
        ]),
      );
      expect(calls.append).toBe(1);
      expect(answer.revision).toBe(5);
      expect(answer.events.map(({ commandId }) => commandId)).toEqual(['a', 'a', 'b', 'c', 'd']);
      expect(await inUse.history('s')).toEqual(answer.events);
    });
  });

  test('is all recorded or not at all, and refused with the place of each fault', async () => {
    const commands = fc.array(fc.constantFrom('good', 'ruled out', 'unreadable'), { minLength: 1, maxLength: 8 });
    await holds(
      fc.asyncProperty(commands, async (kinds) => {
        await withStore(kind, async (store) => {
          const { register: inUse } = opened(store);
          await must(inUse.handle(plan('s')));
          const make = { good: 'Bien', 'ruled out': 'Avant', unreadable: '' } as const;
          const answer = await inUse.handleAll(
            kinds.map((one) =>
              one === 'ruled out'
                ? say('s', 'CloseSession', {})
                : comment('s', make[one as keyof typeof make] ?? '', { correlationId: 'liste' }),
            ),
          );
          const at = (wanted: string) => kinds.flatMap((one, index) => (one === wanted ? [index] : []));
          const faults = at('unreadable').length > 0 ? at('unreadable') : at('ruled out');
          const isGood = faults.length === 0;
          expect(answer.kind).toBe(isGood ? 'accepted' : 'refused');
          if (answer.kind === 'refused') {
            const suffix = at('unreadable').length > 0 ? '.data.text' : '';
            expect(answer.refusals.map(({ path }) => path)).toEqual(faults.map((index) => `[${index}]${suffix}`));
          }
          expect(await inUse.history('s')).toHaveLength(isGood ? 2 + kinds.length : 2);
        });
      }),
      { runs: 40 },
    );
  });

  test('that was partly handled before answers with all of it, and records the rest', async () => {
    await withStore(kind, async (store) => {
      const { register: inUse } = opened(store);
      await must(inUse.handle(plan('s')));
      const [first, second, third] = ['Un', 'Deux', 'Trois'].map((text) => comment('s', text, { id: text }));
      if (first === undefined || second === undefined || third === undefined) throw new Error('three were made');
      await must(inUse.handle(second));
      const { events, revision } = await must(openRegister(store).handleAll([first, second, third]));
      expect(events.map(({ commandId, revision: at }) => [commandId, at])).toEqual([
        ['Un', 4],
        ['Deux', 3],
        ['Trois', 5],
      ]);
      expect(revision).toBe(5);
      expect((await must(inUse.handleAll([first, second, third]))).events).toEqual(events);
      expect(await inUse.history('s')).toHaveLength(5);
      const other = comment('s', 'Autre chose', { id: 'Deux' });
      expect(await refusedBy(inUse.handleAll([first, other]))).toEqual([['command-id-reused', '[1].id']]);
    });
  });
});

describe('a list', () => {
  const empty = () => openRegister(openMemoryStore());

  test('that holds nothing is refused', async () => {
    expect(await refusedBy(empty().handleAll([]))).toEqual([['list-not-empty', null]]);
  });

  test('is about one session', async () => {
    const answer = await empty().handleAll([plan('s'), plan('t'), plan('s'), plan('u')]);
    expect(answer).toMatchObject({
      refusals: [
        {
          rule: 'one-session-per-list',
          path: '[1].session',
          values: { first: { value: 's' }, session: { value: 't' } },
        },
        { rule: 'one-session-per-list', path: '[3].session' },
      ],
    });
  });

  test('holds a command identity once', async () => {
    const twice = [comment('s', 'Un', { id: 'a' }), comment('s', 'Deux', { id: 'a' })];
    expect(await refusedBy(empty().handleAll(twice))).toEqual([['command-id-once-in-a-list', '[1].id']]);
  });

  test('says everything that is wrong with it at once', async () => {
    const list = [plan('s', {}, { id: 'a' }), null as never, { ...plan('t'), id: 'a' }];
    expect(await refusedBy(empty().handleAll(list))).toEqual([
      ['command-known', '[1].type'],
      ['one-session-per-list', '[2].session'],
      ['command-id-once-in-a-list', '[2].id'],
    ]);
  });

  test('records at most as many events as one append holds', async () => {
    const { register: inUse } = opened(openMemoryStore());
    await must(inUse.handle(plan('s')));
    const notes = (count: number) => Array.from({ length: count }, (_, n) => comment('s', `Note ${n}`));
    expect(await refusedBy(inUse.handleAll(notes(1001)))).toEqual([['list-at-most', null]]);
    expect(await inUse.history('s')).toHaveLength(2);
    expect((await must(inUse.handleAll(notes(1000)))).revision).toBe(1002);
  });

  test('tells which revision it expects once, for all of it', async () => {
    const { register: inUse } = opened(openMemoryStore());
    const all = [
      plan('s', {}, { expectedRevision: 0 }),
      register('s', 0),
      comment('s', 'Fait', { expectedRevision: 0 }),
    ];
    expect(typesOf((await must(inUse.handleAll(all))).events)).toHaveLength(4);
    const late = [comment('s', 'Un'), comment('s', 'Deux', { expectedRevision: 3 })];
    expect(await inUse.handleAll(late)).toEqual({ kind: 'conflict', session: 's', expected: 3, actual: 4 });
  });
});
