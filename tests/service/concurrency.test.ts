import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts';
import { checkedReplay } from '../../src/domain/machine/replay.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import { openRegister } from '../../src/service/register.ts';
import { place } from '../stores/support/folder.ts';
import { comment, must, opened, plan, register, say } from '../support/asked.ts';
import { holds } from '../support/property.ts';
import { alwaysConflicting, counted, overtaken } from '../support/wrapped.ts';

/** Two ways into one record. */
const BOTH: readonly { readonly kind: string; readonly open: () => readonly [EventStore, EventStore] }[] = [
  {
    kind: 'one memory store',
    open: () => {
      const store = openMemoryStore();
      return [store, store];
    },
  },
  {
    kind: 'one SQLite file',
    open: () => {
      const path = place();
      const open = () => openSqliteStore(path, { synchronous: 'normal' });
      return [open(), open()];
    },
  },
];

describe.each(BOTH)('two registers on $kind', ({ open }) => {
  test('lose no update and never exceed the cap, however their commands cross', async () => {
    const order = fc.array(fc.tuple(fc.boolean(), fc.nat(2)), { minLength: 6, maxLength: 24 });
    await holds(
      fc.asyncProperty(order, async (turns) => {
        const stores = open();
        const [one, other] = [openRegister(stores[0]), openRegister(stores[1])];
        const policy = { candidatesPerExaminer: 5 };
        await must(one.handle(plan('s', { policy })));
        await other.session('s');
        const begun = turns.map(async ([isFirst, kind], person) => {
          const asked = isFirst ? one : other;
          if (kind === 0) return asked.handle(comment('s', `Note ${person}`));
          if (kind === 1) return asked.handle(register('s', person));
          return asked.handleAll([register('s', person), comment('s', `Inscrit ${person}`)]);
        });
        const answers = await Promise.all(begun);
        const history = await one.history('s');
        const { state, breaches } = checkedReplay(history);
        expect(breaches).toEqual([]);
        const wanted = turns.filter(([, kind]) => kind !== 0).length;
        expect(state.registered).toBe(Math.min(5, wanted));
        const promised = answers.flatMap((answer) => (answer.kind === 'accepted' ? answer.events : []));
        expect(history.slice(2)).toEqual(promised.toSorted((a, b) => a.revision - b.revision));
        for (const [index, answer] of answers.entries()) {
          const rules = answer.kind === 'refused' ? answer.refusals.map(({ rule }) => rule) : [];
          expect([answer.kind, turns[index]?.[1] === 0]).not.toEqual(['refused', true]);
          expect(rules.filter((rule) => rule !== 'room-for-one-more')).toEqual([]);
        }
        expect(await other.session('s')).toEqual(await one.session('s'));
        await one.close();
        await other.close();
      }),
      { runs: 25 },
    );
  });
});

describe('a session to which others keep writing', () => {
  test('is decided anew each time, and is a conflict after a bounded number of times', async () => {
    const { store, calls } = counted(alwaysConflicting(openMemoryStore()));
    const { register: inUse } = opened(store);
    expect(await inUse.handle(plan('s'))).toEqual({ kind: 'conflict', session: 's', expected: 0, actual: 0 });
    expect(calls.append).toBe(20);
  });

  test('is a conflict that says where the session is by then', async () => {
    const memory = openMemoryStore();
    const there = openRegister(memory);
    await must(there.handle(plan('s')));
    const store = overtaken(memory, () => there.handle(comment('s', 'Encore')));
    const { register: inUse } = opened(store);
    expect(await inUse.handle(comment('s', 'Noté'))).toEqual({
      kind: 'conflict',
      session: 's',
      expected: 21,
      actual: 22,
    });
    expect(await inUse.history('s')).toHaveLength(22);
  });

  test('takes a command as soon as they pause, on the state that they left', async () => {
    const memory = openMemoryStore();
    const there = openRegister(memory);
    await must(there.handle(plan('s', { policy: { candidatesPerExaminer: 3 } })));
    let others = 0;
    const store = overtaken(memory, async () => {
      others++;
      if (others <= 3) await must(there.handle(register('s', others)));
    });
    const { register: inUse } = opened(store);
    const answer = await inUse.handle(register('s', 9));
    expect(answer).toMatchObject({ kind: 'refused', refusals: [{ rule: 'room-for-one-more' }] });
    expect((await inUse.session('s')).state.registered).toBe(3);
  });

  test('refuses a command that another register carried out meanwhile with another content', async () => {
    const memory = openMemoryStore();
    const there = openRegister(memory);
    await must(there.handle(plan('s')));
    const store = overtaken(memory, () => there.handle(comment('s', 'Là-bas', { id: 'c' })));
    const { register: inUse } = opened(store);
    expect(await inUse.handle(comment('s', 'Ici', { id: 'c' }))).toMatchObject({
      refusals: [{ rule: 'command-id-reused', values: { revision: { value: 3 } } }],
    });
    expect(await inUse.handle(comment('s', 'Là-bas', { id: 'c' }))).toMatchObject({ kind: 'accepted', revision: 3 });
  });
});

test('what is asked of the host is asked of the state on which the command is decided', async () => {
  const memory = openMemoryStore();
  const there = openRegister(memory);
  await must(there.handle(plan('s')));
  const asked: number[] = [];
  const { register: inUse } = opened(memory, {
    authorize: async (_, { state }) => {
      asked.push(state.revision);
      if (asked.length > 1) return null;
      await must(there.handle(comment('s', 'Entre-temps', { id: 'c' })));
      await inUse.session('s');
      return null;
    },
  });
  const { events } = await must(inUse.handle(comment('s', 'Entre-temps', { id: 'c' })));
  expect(asked).toEqual([2, 3]);
  expect(events.map(({ revision }) => revision)).toEqual([3]);
  expect(await inUse.history('s')).toHaveLength(3);
});

test('commands of different sessions go on beside one another, and questions are answered meanwhile', async () => {
  const store = openMemoryStore();
  const { register: inUse } = opened(store);
  const sessions = Array.from({ length: 20 }, (_, n) => `s${n}`);
  const asked = sessions.flatMap((session) => [
    inUse.handle(plan(session)),
    inUse.session(session),
    inUse.handle(register(session, 0)),
    inUse.agenda(),
    inUse.handle(say(session, 'AddSessionComment', { text: 'Noté' })),
    inUse.history(session),
  ]);
  await Promise.all(asked);
  for (const session of sessions) expect(await inUse.history(session)).toHaveLength(4);
  expect(await inUse.agenda()).toHaveLength(20);
});
