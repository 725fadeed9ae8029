import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unboxed } from '../../src/adapters/box.ts';
import { keyOfBytes } from '../../src/adapters/crypto/node.ts';
import type { SecretKey } from '../../src/adapters/crypto/secretKey.ts';
import { encrypted } from '../../src/adapters/encrypted/encrypted.ts';
import { noKeys } from '../../src/adapters/encrypted/noKeys.ts';
import { openKeyring } from '../../src/adapters/encrypted/openKeyring.ts';
import { openMemoryKeys } from '../../src/adapters/memory/keys.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { eventData, eventDataOf } from '../../src/adapters/testing/arbitraries/events.ts';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import { erased } from '../../src/adapters/testing/laws/erased.ts';
import { newEvent } from '../../src/adapters/testing/store/newEvent.ts';
import { EVENT_TYPES, type SessionEvent } from '../../src/domain/events/catalogue.ts';
import { BOX, type Data, placeOfBox, takenApart } from '../../src/domain/privacy/box.ts';
import type { Person } from '../../src/domain/privacy/person.ts';
import { ERASED } from '../../src/domain/values/personal.ts';
import { codeOf } from '../stores/support/faults.ts';
import { holds } from '../support/property.ts';
import { keyFaultOf } from './support/faults.ts';
import { MASTER } from './support/master.ts';
import { boxOf, personalTexts } from './support/personal.ts';
import { KINDS, type Kind, textsOf, withStore } from './support/stores.ts';

const [IN_MEMORY] = KINDS as readonly [Kind];

/** The stream of generated histories. */
const STREAM = 'session-session-1';

/** Cuts a list into appends of one to five events. */
const appends = (events: readonly SessionEvent[], sizes: readonly number[]): readonly (readonly SessionEvent[])[] => {
  const cut: SessionEvent[][] = [];
  for (let at = 0, n = 0; at < events.length; n++) {
    const size = sizes[n % sizes.length] ?? 1;
    cut.push(events.slice(at, at + size));
    at += size;
  }
  return cut;
};

describe.each(KINDS)('$kind', (kind) => {
  test('gives whole sessions back exactly as they were given, each field in its place', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 });
    await holds(
      fc.asyncProperty(histories({ mistakes: 0, choices: 30 }), sizes, ({ events }, cuts) =>
        withStore(kind, async ({ store, inner }) => {
          let revision = 0;
          const answered: unknown[] = [];
          for (const append of appends(events, cuts)) {
            const answer = await store.append(STREAM, revision, append);
            if (answer.kind === 'conflict') throw new Error(JSON.stringify(answer));
            answered.push(...answer.events);
            revision = answer.revision;
          }
          const wanted = JSON.stringify(events.map(({ data }) => data));
          const read = await store.readStream(STREAM);
          expect(JSON.stringify(read.map(({ data }) => data))).toBe(wanted);
          expect(read).toEqual(events);
          expect(answered).toEqual(read);
          expect((await store.readAll()).map(({ event }) => event)).toEqual(read);
          expect(await textsOf(store)).toEqual(await textsOf(inner));
        }),
      ),
      { runs: kind === IN_MEMORY ? 40 : 3 },
    );
  });
});

/** Stores one event, and hands out how it lies there. */
const stored = (
  event: Pick<SessionEvent, 'type' | 'data'>,
): Promise<{ readonly text: string; readonly key: SecretKey }> =>
  withStore(IN_MEMORY, async ({ store, keyring }) => {
    await store.append('session-1', 0, [newEvent(event)]);
    const [text = ''] = await textsOf(store);
    const [key = keyOfBytes(new Uint8Array(32))] = (await keyring.keysOf('session-1')).values();
    return { text, key };
  });

describe('what is stored', () => {
  test.each(EVENT_TYPES)('of %s holds no personal text', async (type) => {
    await holds(
      fc.asyncProperty(eventDataOf(type), async (data) => {
        const event = { type, data } as SessionEvent;
        const { text } = await stored(event);
        // What the event says of facts may be the same word.
        const left = JSON.stringify(erased(event).data);
        for (const one of personalTexts(event)) {
          const written = JSON.stringify(one).slice(1, -1);
          if (!left.includes(written)) expect(text).not.toContain(written);
        }
        const { data: found } = JSON.parse(text);
        const { [BOX]: _, ...kept } = found;
        expect(kept).toEqual(erased(event).data);
      }),
      { runs: 20 },
    );
  });

  test('has no box where nothing personal is left to hide, and one wherever there is', async () => {
    await holds(
      fc.asyncProperty(eventData, async (one) => {
        const event = one as SessionEvent;
        const { text } = await stored(event);
        const isHidden = Object.values(takenApart(event)?.personal ?? {}).some(
          (value) => JSON.stringify(value) !== JSON.stringify(ERASED),
        );
        expect(Object.hasOwn(JSON.parse(text).data, BOX)).toBe(isHidden);
      }),
      { runs: 200 },
    );
  });

  test('says something else each time, though the same is told', async () => {
    const comment = { type: 'CommentAdded', data: { candidate: 3, text: 'Absent' } } as SessionEvent;
    expect(boxOf((await stored(comment)).text).box).not.toEqual(boxOf((await stored(comment)).text).box);
  });
});

const comments = fc.record({ candidate: fc.integer({ min: 1, max: 9 }), text: fc.string({ minLength: 1 }) });

describe('a box', () => {
  test('opens in its own place only: no other revision, stream, event or person', async () => {
    await holds(
      fc.asyncProperty(comments, async (data) => {
        const { text, key } = await stored({ type: 'CommentAdded', data } as SessionEvent);
        const { event, box } = boxOf(text);
        const person = box.person as Person;
        expect(unboxed(key, placeOfBox(event, person), box)).toEqual({ text: data.text });
        const elsewhere = [
          placeOfBox({ ...event, revision: 2 }, person),
          placeOfBox({ ...event, stream: 'session-2' }, person),
          placeOfBox({ ...event, id: newEvent().id }, person),
          placeOfBox(event, 'session'),
        ];
        for (const place of elsewhere) expect(unboxed(key, place, box)).toBeNull();
        expect(unboxed(keyOfBytes(key.export().map((byte) => byte ^ 1)), placeOfBox(event, person), box)).toBeNull();
      }),
      { runs: 50 },
    );
  });

  test('of which a single character was changed does not open', async () => {
    await holds(
      fc.asyncProperty(comments, fc.constantFrom('nonce', 'box'), fc.nat(), fc.nat(63), async (data, part, at, by) => {
        const { text, key } = await stored({ type: 'CommentAdded', data } as SessionEvent);
        const { event, box } = boxOf(text);
        const whole = box[part as 'nonce' | 'box'];
        const place = at % whole.length;
        const letter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.charAt(by);
        const changed = whole.slice(0, place) + letter + whole.slice(place + 1);
        fc.pre(changed !== whole);
        expect(unboxed(key, placeOfBox(event, box.person as Person), { ...box, [part]: changed })).toBeNull();
      }),
      { runs: 100 },
    );
  });

  test.each<[string, (data: Data) => unknown, string]>([
    ['another event’s box', (data) => data, 'key-does-not-open'],
    ['somebody else’s name on its box', (data) => ({ ...data, candidate: 4 }), 'store-damaged'],
    ['what is no box', (data) => ({ ...data, [BOX]: { person: 'candidate-3' } }), 'store-damaged'],
  ])('is missed where an event has %s: reading says which event', async (_, changed, code) => {
    await withStore(IN_MEMORY, async ({ store, inner }) => {
      const event = newEvent({ type: 'CommentAdded', data: { candidate: 3, text: 'Absent' } });
      await store.append('session-1', 0, [event]);
      const [first] = await inner.readStream('session-1');
      await inner.append('session-1', 1, [newEvent({ type: 'CommentAdded', data: changed(first?.data as Data) })]);
      const fault =
        code === 'store-damaged' ? await codeOf(() => store.readAll()) : await keyFaultOf(() => store.readAll());
      if (typeof fault === 'string') expect(fault).toBe(code);
      else
        expect(fault).toMatchObject({ code, message: expect.stringMatching(/session-1, revision 2: .*candidate-3/) });
    });
  });
});

describe('what a store that hides cannot take', () => {
  test('is an append whatever the revision: the place is not known', async () => {
    await withStore(IN_MEMORY, async ({ store }) => {
      expect(await codeOf(() => store.append('session-1', 'any', [newEvent()]))).toBe('expected-any');
    });
  });

  test('is a field of the name of the box', async () => {
    const data = { candidate: 3, text: 'Absent', [BOX]: 'mine' };
    await withStore(IN_MEMORY, async ({ store }) => {
      const event = newEvent({ type: 'CommentAdded', data });
      expect(await codeOf(() => store.append('session-1', 0, [event]))).toBe('event-not-json');
      // Where nothing is personal, it is a field like any other.
      const other = newEvent({ type: 'CertificationNumberRecorded', data });
      await store.append('session-1', 0, [other]);
      expect(await store.readStream('session-1')).toMatchObject([{ data }]);
    });
  });
});

describe('a reader without keys', () => {
  test('reads everything personal as erased, and the rest as it is', async () => {
    await holds(
      fc.asyncProperty(histories({ mistakes: 0, choices: 30 }), async ({ events }) => {
        const [inner, table] = [openMemoryStore(), openMemoryKeys()];
        const store = encrypted(inner, await openKeyring(table, { current: MASTER }));
        await store.append(STREAM, 0, events);
        const read = await encrypted(inner, noKeys).readStream(STREAM);
        expect(read).toEqual(events.map((event) => erased(event)));
      }),
      { runs: 30 },
    );
  });

  test('can write nothing personal, and erase nobody', async () => {
    const store = encrypted(openMemoryStore(), noKeys);
    const event = newEvent({ type: 'SessionCommentAdded', data: { text: 'Bruit dans le couloir' } });
    expect((await keyFaultOf(() => store.append('session-1', 0, [event]))).code).toBe('no-keys');
    expect((await keyFaultOf(() => store.erase?.('session-1', 'session'))).code).toBe('no-keys');
    await store.append('session-1', 0, [{ ...event, data: { text: ERASED } }]);
    expect(await store.readStream('session-1')).toMatchObject([{ data: { text: ERASED } }]);
  });
});
