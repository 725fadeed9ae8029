import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encrypted } from '../../src/adapters/encrypted/encrypted.ts';
import { openKeyring } from '../../src/adapters/encrypted/openKeyring.ts';
import { openMemoryKeys } from '../../src/adapters/memory/keys.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import { erased } from '../../src/adapters/testing/laws/erased.ts';
import { failAfter } from '../../src/adapters/testing/store/faults.ts';
import { newEvent } from '../../src/adapters/testing/store/newEvent.ts';
import { type Person, personOf } from '../../src/domain/privacy/person.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import { ERASED } from '../../src/domain/values/personal.ts';
import { codeOf } from '../stores/support/faults.ts';
import { holds } from '../support/property.ts';
import { keyFaultOf } from './support/faults.ts';
import { MASTER } from './support/master.ts';
import { personsIn } from './support/personal.ts';
import { KINDS, type Kind, textsOf, withStore } from './support/stores.ts';

const [IN_MEMORY] = KINDS as readonly [Kind];

/** The stream of generated histories. */
const STREAM = 'session-session-1';

const comment = (candidate: number, text: unknown) => newEvent({ type: 'CommentAdded', data: { candidate, text } });

const erase = async ({ erase: work }: EventStore, stream: string, person: Person): Promise<void> => {
  if (work === undefined) throw new Error('a store that cannot erase');
  await work(stream, person);
};

describe.each(KINDS)('erasing somebody from $kind', (kind) => {
  test('leaves exactly the erased form of what was theirs, everything else, and every stored byte', async () => {
    await holds(
      fc.asyncProperty(histories({ mistakes: 0, choices: 30 }), fc.nat(), ({ events }, which) =>
        withStore(kind, async ({ store, inner, table }) => {
          await store.append(STREAM, 0, events);
          await store.append('session-other', 0, [newEvent({ type: 'ExaminerAdded', data: SOMEBODY_ELSE })]);
          const others = await store.readStream('session-other');
          const persons = personsIn(events);
          const person = persons[which % persons.length] ?? 'session';
          const texts = await textsOf(store);
          // Another process, which has all keys at hand.
          const keys = await openKeyring(table(), { current: MASTER });
          const neighbour = encrypted(inner, keys);
          expect(await neighbour.readStream(STREAM)).toEqual(events);

          await erase(store, STREAM, person);
          await erase(store, STREAM, person);
          const left = events.map((event) => (personOf(event) === person ? erased(event) : event));
          for (const reader of [store, neighbour]) {
            expect(await reader.readStream(STREAM)).toEqual(left);
            expect(await reader.readStream('session-other')).toEqual(others);
            expect((await reader.readAll()).map(({ event }) => event)).toEqual([...left, ...others]);
          }
          expect(await textsOf(store)).toEqual(texts);
          expect((await keys.keysOf(STREAM)).has(person)).toBe(false);
          await keys.close();
        }),
      ),
      { runs: kind === IN_MEMORY ? 40 : 3 },
    );
  });
});

/** An examiner of a session that nobody is erased from. */
const SOMEBODY_ELSE = { examiner: 'lefevre', name: { surname: 'LEFÈVRE', firstName: 'Anne-Sophie' } };

describe('after somebody was erased', () => {
  const erasedFirst = (work: (store: EventStore, inner: EventStore) => Promise<void>) =>
    withStore(IN_MEMORY, async ({ store, inner }) => {
      await store.append('session-1', 0, [comment(1, 'Absente'), comment(2, 'En retard')]);
      await erase(store, 'session-1', 'candidate-1');
      await work(store, inner);
    });

  test('nothing personal of them is stored any more, nor what would be stored with it', async () => {
    await erasedFirst(async (store, inner) => {
      const append = () => store.append('session-1', 2, [comment(2, 'Repris'), comment(1, 'Revenue')]);
      expect(await keyFaultOf(append)).toMatchObject({
        code: 'person-erased',
        message: expect.stringMatching(/session-1: candidate-1/),
      });
      expect(await inner.readStream('session-1')).toHaveLength(2);
    });
  });

  test('what is erased already is stored, and so is what concerns others', async () => {
    await erasedFirst(async (store) => {
      await store.append('session-1', 2, [comment(1, ERASED), comment(2, 'Repris')]);
      const read = await store.readStream('session-1');
      expect(read.map(({ data }) => data)).toEqual([
        { candidate: 1, text: ERASED },
        { candidate: 2, text: 'En retard' },
        { candidate: 1, text: ERASED },
        { candidate: 2, text: 'Repris' },
      ]);
    });
  });

  test('a writer who has not heard of it, and is behind, is told where the stream is', async () => {
    await erasedFirst(async (store) => {
      const answer = await store.append('session-1', 1, [comment(1, 'Revenue')]);
      expect(answer).toEqual({ kind: 'conflict', stream: 'session-1', expected: 1, actual: 2 });
    });
  });

  test('somebody of whom nothing was stored yet stays erased as well', async () => {
    await erasedFirst(async (store) => {
      await erase(store, 'session-1', 'candidate-3');
      const fault = await keyFaultOf(() => store.append('session-1', 2, [comment(3, 'Venue après')]));
      expect(fault.code).toBe('person-erased');
    });
  });

  test('the same person of another session is as before', async () => {
    await erasedFirst(async (store) => {
      await store.append('session-2', 0, [comment(1, 'Présente')]);
      expect(await store.readStream('session-2')).toMatchObject([{ data: { text: 'Présente' } }]);
    });
  });
});

describe('erasing', () => {
  test('is no promise where something was stored before the record was encrypted: it says from where on', async () => {
    await withStore(IN_MEMORY, async ({ store, inner }) => {
      await inner.append('session-1', 0, [comment(2, 'Repris'), comment(1, 'Absente')]);
      expect(await store.readStream('session-1')).toMatchObject([
        { data: { text: 'Repris' } },
        { data: { text: 'Absente' } },
      ]);
      const fault = await keyFaultOf(() => erase(store, 'session-1', 'candidate-1'));
      expect(fault).toMatchObject({ code: 'stored-in-plaintext', message: expect.stringMatching(/revision 2/) });
      await erase(store, 'session-1', 'candidate-3');
    });
  });

  test('refuses whoever is nobody', async () => {
    await withStore(IN_MEMORY, async ({ store }) => {
      expect(await codeOf(() => erase(store, 'session-1', 'pupil-1' as Person))).toBe('range-invalid');
      await store.close();
      expect(await codeOf(() => erase(store, 'session-1', 'session'))).toBe('store-closed');
    });
  });
});

describe('what goes wrong beneath', () => {
  test('a writer whose acknowledgement was lost tries again, and is told that it is there', async () => {
    const [log, keyring] = [openMemoryStore(), await openKeyring(openMemoryKeys(), { current: MASTER })];
    let losing = true;
    const store = encrypted(
      failAfter(log, () => losing),
      keyring,
    );
    const said = comment(1, 'Absente');
    expect(await codeOf(() => store.append('session-1', 0, [said]))).toBe('store-unwritable');
    losing = false;
    expect(await store.append('session-1', 0, [said])).toMatchObject({ kind: 'conflict', actual: 1 });
    expect(await codeOf(() => store.append('session-1', 1, [said]))).toBe('event-id-taken');
    expect(await store.readStream('session-1')).toMatchObject([said]);
  });

  test('a conflict stores nothing, and a key that it made is the one that is used later', async () => {
    await withStore(IN_MEMORY, async ({ store, keyring }) => {
      await store.append('session-1', 0, [newEvent()]);
      expect(await store.append('session-1', 0, [comment(1, 'Absente')])).toMatchObject({ kind: 'conflict' });
      const [before] = (await keyring.keysOf('session-1')).values();
      await store.append('session-1', 1, [comment(1, 'Absente')]);
      const keys = await keyring.keysOf('session-1');
      expect([...keys]).toEqual([['candidate-1', before]]);
      expect(await store.readStream('session-1', { from: 2 })).toMatchObject([{ data: { text: 'Absente' } }]);
    });
  });

  test('where the store cannot be closed, the keys are closed all the same', async () => {
    const keyring = await openKeyring(openMemoryKeys(), { current: MASTER });
    const store = encrypted({ ...openMemoryStore(), close: () => Promise.reject(new Error('stuck')) }, keyring);
    await expect(store.close()).rejects.toThrow('stuck');
    expect(await codeOf(() => keyring.keysOf('session-1'))).toBe('store-closed');
    await store.close();
  });
});
