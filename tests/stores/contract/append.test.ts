import { describe, expect, test } from 'vitest';
import { eventWith, newEvents, revisionsOf, storedAs, uuid } from '../../../src/adapters/testing/store/events.ts';
import { newEvent } from '../../../src/adapters/testing/store/newEvent.ts';
import type { ExpectedRevision } from '../../../src/domain/store/port.ts';
import { codeOf } from '../support/faults.ts';
import { STORES, withStore } from '../support/stores.ts';

const STREAM = 'session-1';

describe.each(STORES)('appending to a store in $kind', (kind) => {
  test('answers the events in their places, exactly as they are read afterwards', () =>
    withStore(kind, async (store) => {
      const [first, second, third] = [newEvent(), newEvent(), newEvent()];
      const begun = await store.append(STREAM, 'none', [first, second]);
      expect(begun).toStrictEqual({
        kind: 'appended',
        events: [storedAs(STREAM, 1, first), storedAs(STREAM, 2, second)],
        revision: 2,
      });
      const continued = await store.append(STREAM, 2, [third]);
      expect(continued).toStrictEqual({ kind: 'appended', events: [storedAs(STREAM, 3, third)], revision: 3 });
      expect(await store.readStream(STREAM)).toStrictEqual([
        storedAs(STREAM, 1, first),
        storedAs(STREAM, 2, second),
        storedAs(STREAM, 3, third),
      ]);
    }));

  test.each<[ExpectedRevision, 'appended' | 'conflict']>([
    ['any', 'appended'],
    ['none', 'appended'],
    [0, 'appended'],
    [1, 'conflict'],
    [2, 'conflict'],
  ])('to a stream that does not exist, believed at %s: %s', (expected, kindOfAnswer) =>
    withStore(kind, async (store) => {
      const answer = await store.append(STREAM, expected, [newEvent()]);
      if (kindOfAnswer === 'appended') expect(answer).toMatchObject({ kind: 'appended', revision: 1 });
      else expect(answer).toStrictEqual({ kind: 'conflict', stream: STREAM, expected, actual: 0 });
      expect(await store.readStream(STREAM)).toHaveLength(kindOfAnswer === 'appended' ? 1 : 0);
    }),
  );

  test.each<[ExpectedRevision, 'appended' | 'conflict']>([
    ['any', 'appended'],
    [2, 'appended'],
    ['none', 'conflict'],
    [0, 'conflict'],
    [1, 'conflict'],
    [3, 'conflict'],
  ])('to a stream at revision 2, believed at %s: %s', (expected, kindOfAnswer) =>
    withStore(kind, async (store) => {
      await store.append(STREAM, 'none', newEvents(2));
      const answer = await store.append(STREAM, expected, [newEvent()]);
      if (kindOfAnswer === 'appended') expect(answer).toMatchObject({ kind: 'appended', revision: 3 });
      else expect(answer).toStrictEqual({ kind: 'conflict', stream: STREAM, expected, actual: 2 });
      expect(revisionsOf(await store.readStream(STREAM))).toEqual(kindOfAnswer === 'appended' ? [1, 2, 3] : [1, 2]);
    }),
  );

  test('of ten writers who all believe that they are the first, one is', () =>
    withStore(kind, async (store) => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => store.append(STREAM, 'none', [newEvent()])));
      expect(answers.filter(({ kind: answer }) => answer === 'appended')).toHaveLength(1);
      expect(answers.filter((answer) => answer.kind === 'conflict' && answer.actual === 1)).toHaveLength(9);
      expect(await store.readStream(STREAM)).toHaveLength(1);
    }));

  test('of no events stores nothing, and tells the revision', () =>
    withStore(kind, async (store) => {
      expect(await store.append(STREAM, 'any', [])).toStrictEqual({ kind: 'appended', events: [], revision: 0 });
      expect(await store.append(STREAM, 'none', [])).toStrictEqual({ kind: 'appended', events: [], revision: 0 });
      await store.append(STREAM, 'none', newEvents(2));
      expect(await store.append(STREAM, 2, [])).toStrictEqual({ kind: 'appended', events: [], revision: 2 });
      expect(await store.readAll()).toHaveLength(2);
    }));

  test('of no events still answers a conflict', () =>
    withStore(kind, async (store) => {
      await store.append(STREAM, 'none', newEvents(2));
      const answer = await store.append(STREAM, 1, []);
      expect(answer).toStrictEqual({ kind: 'conflict', stream: STREAM, expected: 1, actual: 2 });
    }));

  test('is all or nothing: a bad event in the middle stores none of them', () =>
    withStore(kind, async (store) => {
      await store.append(STREAM, 'none', [newEvent({ id: uuid(1) })]);
      const notJson = [newEvent(), eventWith({ at: new Date(0) }), newEvent()];
      expect(await codeOf(() => store.append(STREAM, 1, notJson))).toBe('event-not-json');
      const taken = [newEvent(), newEvent({ id: uuid(1) }), newEvent()];
      expect(await codeOf(() => store.append(STREAM, 1, taken))).toBe('event-id-taken');
      expect(await store.readAll()).toHaveLength(1);
      expect(await store.append(STREAM, 1, [newEvent()])).toMatchObject({ kind: 'appended', revision: 2 });
      expect((await store.readAll()).map(({ event }) => event.revision)).toEqual([1, 2]);
    }));

  test('an event id stands once in the whole record, and an append that was refused takes none', () =>
    withStore(kind, async (store) => {
      const event = newEvent();
      expect(await codeOf(() => store.append(STREAM, 'any', [event, event]))).toBe('event-id-taken');
      await store.append(STREAM, 'any', [event]);
      expect(await codeOf(() => store.append(STREAM, 'any', [event]))).toBe('event-id-taken');
      expect(await codeOf(() => store.append('session-2', 'any', [newEvent(), event]))).toBe('event-id-taken');
      expect((await store.readAll()).map(({ event: { id } }) => id)).toEqual([event.id]);
    }));

  test('a writer who is behind and repeats an event is told that it is behind', () =>
    withStore(kind, async (store) => {
      const event = newEvent();
      await store.append(STREAM, 'none', [event]);
      expect(await store.append(STREAM, 'none', [event])).toMatchObject({ kind: 'conflict', actual: 1 });
    }));

  test('takes a thousand events at once, and not one more', () =>
    withStore(kind, async (store) => {
      expect(await codeOf(() => store.append(STREAM, 'none', newEvents(1_001)))).toBe('event-not-json');
      expect(await store.append(STREAM, 'none', newEvents(1_000))).toMatchObject({ kind: 'appended', revision: 1_000 });
    }));

  test('an event that was sealed keeps the digest of the one before, and no other place than the new one', () =>
    withStore(kind, async (store) => {
      const sealed = { ...storedAs('session-0', 12, newEvent()), previousHash: 'sha256:00' };
      const answer = await store.append(STREAM, 'none', [sealed]);
      expect(answer).toMatchObject({ events: [{ ...sealed, stream: STREAM, revision: 1 }] });
      expect(await store.readStream(STREAM)).toStrictEqual([{ ...sealed, stream: STREAM, revision: 1 }]);
    }));

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '1', null, 'exists'])('refuses the belief %s', (belief) =>
    withStore(kind, async (store) => {
      const expected = belief as ExpectedRevision;
      expect(await codeOf(() => store.append(STREAM, expected, [newEvent()]))).toBe('range-invalid');
      expect(await store.readAll()).toEqual([]);
    }),
  );

  test.each(['half of a pair: \ud800', 7, undefined])('refuses the stream name %s', (name) =>
    withStore(kind, async (store) => {
      const stream = name as string;
      expect(await codeOf(() => store.append(stream, 'any', [newEvent()]))).toBe('range-invalid');
      expect(await codeOf(() => store.readStream(stream))).toBe('range-invalid');
    }),
  );
});
