import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventWith, jsonData } from '../../../src/adapters/testing/store/events.ts';
import { newEvent } from '../../../src/adapters/testing/store/newEvent.ts';
import type { NewEvent } from '../../../src/domain/store/envelope.ts';
import { EVENT_BYTES } from '../../../src/domain/store/json.ts';
import { holds } from '../../support/property.ts';
import { faultOf } from '../support/faults.ts';
import { STORES, withStore } from '../support/stores.ts';

const circle: { readonly again: unknown[] } = { again: [] };
circle.again.push(circle);

const withHidden = Object.defineProperty({ a: 1 }, 'b', { value: 2, enumerable: false });

class Candidate {
  readonly number = 1;
}

class Candidates extends Array<number> {}

const nested = (levels: number): unknown => {
  let value: unknown = 0;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
};

/** What is not JSON, and what the fault says of the place where it was found. */
const NOT_JSON: readonly [string, unknown, RegExp][] = [
  ['undefined', undefined, /: it\.data is of type undefined/],
  ['an undefined property', { a: { b: undefined } }, /\.data\.a\.b is of type undefined/],
  ['a hole in a list', { a: new Array(1) }, /\.data\.a\[0\] is of type undefined/],
  ['NaN', [1, Number.NaN], /\.data\[1\] is NaN/],
  ['an infinite number', { a: [0, { b: Number.NEGATIVE_INFINITY }] }, /\.data\.a\[1\]\.b is -Infinity/],
  ['a Date', { at: new Date(0) }, /\.data\.at is not a plain object/],
  ['a Map', { at: new Map() }, /\.data\.at is not a plain object/],
  ['an object of a class', [new Candidate()], /\.data\[0\] is not a plain object/],
  ['a list of a class', { a: Candidates.of(1) }, /\.data\.a is not a plain array/],
  ['a boxed string', { a: Object('a') }, /\.data\.a is not a plain object/],
  ['a function', { a: () => 1 }, /\.data\.a is of type function/],
  ['a symbol', { a: Symbol('a') }, /\.data\.a is of type symbol/],
  ['a big integer', { a: 1n }, /\.data\.a is of type bigint/],
  ['its own way of being written', { a: { toJSON: () => 1 } }, /\.data\.a\.toJSON is of type function/],
  ['half of a surrogate pair', { a: ['\udc00'] }, /\.data\.a\[0\] has half of a surrogate pair/],
  ['half of a surrogate pair in a name', { 'a\ud800': 1 }, /\.data\.a\ufffd has half of a surrogate pair in its name/],
  ['a name that changes prototypes', JSON.parse('{"a":{"__proto__":{}}}'), /\.data\.a\.__proto__ is a name/],
  ['another prototype', { a: Object.create({ b: 1 }) }, /\.data\.a is not a plain object/],
  ['a hidden property', { a: withHidden }, /\.data\.a has hidden properties/],
  ['a property named by a symbol', { a: { [Symbol('b')]: 1 } }, /\.data\.a has hidden properties/],
  ['a list with a name', { a: Object.assign([1], { b: 2 }) }, /\.data\.a is an array with further properties/],
  ['a circle', circle, /\.data\.again\[0\]\.again.*….* is nested too deeply, or in a circle/],
  ['a well without a bottom', nested(100_000), /\.data\[0\]\[0\].* is nested too deeply/],
  [
    'a property that cannot be read',
    {
      get a() {
        throw new Error('no');
      },
    },
    /cannot be written as JSON/,
  ],
];

describe.each(STORES)('what a store in $kind takes', (kind) => {
  test('any JSON comes back equal, in the answer and to every reader', () =>
    withStore(kind, async (store) => {
      let cases = 0;
      await holds(
        fc.asyncProperty(jsonData, async (data) => {
          const stream = `session-${cases++}`;
          const event = eventWith(data);
          const answer = await store.append(stream, 'none', [event]);
          const stored = [{ ...event, stream, revision: 1, previousHash: null }];
          expect(answer).toStrictEqual({ kind: 'appended', events: stored, revision: 1 });
          expect(await store.readStream(stream)).toStrictEqual(stored);
          expect((await store.readAll()).slice(-1).map((read) => read.event)).toStrictEqual(stored);
        }),
        { runs: 300 },
      );
    }));

  test('an object without a prototype or of another realm is as plain as any', () =>
    withStore(kind, async (store) => {
      const bare: unknown = Object.assign(Object.create(null), { a: 1 });
      const foreign: unknown = runInNewContext('({ a: [1, { b: null }] })');
      await store.append('session-1', 'none', [eventWith(bare), eventWith(foreign)]);
      const data = (await store.readStream('session-1')).map((event) => event.data);
      expect(data).toStrictEqual([{ a: 1 }, { a: [1, { b: null }] }]);
    }));

  test('a negative zero comes back as zero, for JSON has only one', () =>
    withStore(kind, async (store) => {
      await store.append('session-1', 'none', [eventWith({ minutes: -0 })]);
      expect(await store.readStream('session-1')).toStrictEqual([expect.objectContaining({ data: { minutes: 0 } })]);
    }));

  test.each(NOT_JSON)('%s is refused, naming the event and the place', (_, data, place) =>
    withStore(kind, async (store) => {
      const event = eventWith(data);
      const { code, message } = await faultOf(() => store.append('session-1', 'any', [event]));
      expect(code).toBe('event-not-json');
      expect(message).toContain(event.id);
      expect(message).toMatch(place);
      expect(message.length).toBeLessThan(400);
      expect(await store.readAll()).toEqual([]);
    }),
  );

  test('a fault never quotes the value, which may be personal', () =>
    withStore(kind, async (store) => {
      const { message } = await faultOf(() => store.append('session-1', 'any', [eventWith({ name: 'LEFÈVRE\ud800' })]));
      expect(message).not.toContain('LEFÈVRE');
    }));

  test.each<[string, Partial<Record<keyof NewEvent, unknown>>]>([
    ['.id', { id: 7 }],
    ['.type', { type: undefined }],
    ['.occurredAt', { occurredAt: Number.NaN }],
    ['.recordedAt', { recordedAt: new Date(0) }],
    ['.actor.role', { actor: { identity: 'lefevre' } }],
    ['.correlationId', { correlationId: undefined }],
  ])('an envelope is JSON too: %s', (place, broken) =>
    withStore(kind, async (store) => {
      const event = { ...newEvent(), ...broken } as NewEvent;
      const { code, message } = await faultOf(() => store.append('session-1', 'any', [event]));
      expect([code, message]).toEqual(['event-not-json', expect.stringContaining(place)]);
    }),
  );

  test('an event is at most a mebibyte, measured in bytes and not in letters', () =>
    withStore(kind, async (store) => {
      const room = EVENT_BYTES - 1_000;
      const fitting = ['a'.repeat(room), 'é'.repeat(room / 2), '漢'.repeat(Math.floor(room / 3))];
      await store.append('session-1', 'none', fitting.map(eventWith));
      expect((await store.readStream('session-1')).map(({ data }) => data)).toEqual(fitting);
      for (const text of ['a'.repeat(EVENT_BYTES), 'é'.repeat(EVENT_BYTES / 2), '漢'.repeat(EVENT_BYTES / 3)]) {
        const { code, message } = await faultOf(() => store.append('session-1', 3, [eventWith(text)]));
        expect([code, message]).toEqual(['event-not-json', expect.stringContaining('larger than 1048576 bytes')]);
      }
    }));
});
