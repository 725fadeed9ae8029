import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventWith, numbered, numberedFrom } from '../../../src/adapters/testing/store/events.ts';
import type { NewEvent, StoredEvent } from '../../../src/domain/store/envelope.ts';
import { EVENT_BYTES, placedEvent, readyToStore, storedEvent, storedText } from '../../../src/domain/store/json.ts';
import { holds } from '../../support/property.ts';
import { faultIn, STREAM } from '../support/ready.ts';

/** Lists and objects, one within the other. */
const nested = (levels: number, isList: (level: number) => boolean): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner, _, level) => (isList(level) ? [inner] : { a: inner }), 0);

test('an append has a thousand events at most', () =>
  holds(
    fc.property(fc.integer({ min: 998, max: 1_002 }), (count) => {
      const events = numberedFrom(0, count);
      if (count <= 1_000) expect(readyToStore(STREAM, events)).toHaveLength(count);
      else
        expect(() => readyToStore(STREAM, events)).toThrow(
          expect.objectContaining({ code: 'event-not-json', message: `${count} events in one append: at most 1000` }),
        );
    }),
    { runs: 10 },
  ));

test('an event is nested as deeply as SQLite can read it, and no deeper', () => {
  const query = new DatabaseSync(':memory:').prepare('SELECT json_valid(?)');
  return holds(
    fc.property(fc.integer({ min: 997, max: 1_002 }), fc.nat(4), (levels, of) => {
      const event = numbered(
        1,
        nested(levels, (level) => level % 5 <= of),
      );
      const isRead = query.all(JSON.stringify(event)).some((row) => Object.values(row).includes(1));
      expect([levels, faultIn(event)?.message.slice(-40) ?? null]).toEqual([
        levels,
        isRead ? null : expect.stringMatching(/ is nested too deeply, or in a circle$/),
      ]);
    }),
    { runs: 60 },
  );
});

test('an event is a mebibyte of UTF-8 at most at any revision, wherever it is so long, sealed or not', () => {
  const places: readonly ((text: string) => NewEvent)[] = [
    (text) => numbered(1, text),
    (text) => ({ ...numbered(1), commandId: text }),
    (text) => ({ ...numbered(1), type: text }),
    (text) => ({ ...numbered(1), actor: { role: 'examiner', identity: text } }),
  ];
  return holds(
    fc.property(
      fc.constantFrom(...places),
      fc.constantFrom('a', 'é', '漢', '🗝'),
      fc.boolean(),
      (place, letter, isSealed) => {
        const seal = isSealed ? { previousHash: 'f'.repeat(64) } : {};
        const longest = { ...seal, stream: STREAM, revision: Number.MAX_SAFE_INTEGER };
        const around = Buffer.byteLength(JSON.stringify({ previousHash: null, ...place(''), ...longest }));
        const room = EVENT_BYTES - around;
        const size = Buffer.byteLength(letter);
        const fitting = letter.repeat(Math.floor(room / size)) + 'a'.repeat(room % size);
        expect(faultIn({ ...place(fitting), ...seal })).toBeNull();
        expect(faultIn({ ...place(`${fitting}a`), ...seal })?.message).toContain('larger than 1048576 bytes');
      },
    ),
    { runs: 10 },
  );
});

test('a fault names the way to what is wrong, of a long one its beginning and its end', () =>
  holds(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }), fc.nat(80), (lengths, more) => {
      const names = [...lengths, 1 + more].map((length, level) => String.fromCharCode(97 + level).repeat(length));
      const data = names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), undefined);
      const way = `.data.${names.join('.')} is of type undefined`;
      const told = way.length <= 200 ? way : `${way.slice(0, 100)}…${way.slice(-100)}`;
      const event = numbered(1, data);
      expect(faultIn(event)?.message).toBe(`Event ${event.id}: it${told}`);
    }),
    { runs: 300 },
  ));

test('a fault names the way up to the last letter that it has room for', () => {
  const wayOf = (length: number) =>
    `.data.${'n'.repeat(length - '.data. is of type undefined'.length)} is of type undefined`;
  for (const length of [199, 200, 201]) {
    const way = wayOf(length);
    const { message } = faultIn(numbered(1, { [way.slice(6, way.indexOf(' '))]: undefined })) ?? {};
    expect([length, message?.includes(way)]).toEqual([length, length <= 200]);
  }
});

test('a fault has what a property threw that cannot be read as its cause', () => {
  const cause = new Error('no');
  const data = {
    get a() {
      throw cause;
    },
  };
  expect(faultIn(eventWith(data))?.cause).toBe(cause);
  expect(faultIn(eventWith(undefined))?.cause).toBeUndefined();
});

test('a fault names an event whose identity is no text by what it is instead', () => {
  const named = [7, null, {}, Object.create(null), () => 1].map((id) => {
    const event = { ...numbered(1), id: id as unknown as string };
    return faultIn(event)?.message;
  });
  expect(named).toEqual([
    'Event 7: it.id is of type number',
    'Event null: it.id is of type object',
    'Event object: it.id is of type object',
    'Event object: it.id is of type object',
    'Event function: it.id is of type function',
  ]);
});

test('an event in its place is what its text says, in the same order, and nothing of what was given', () =>
  holds(
    fc.property(fc.nat(), fc.option(fc.constant('f'.repeat(64))), fc.jsonValue(), (n, seal, data) => {
      const given = numbered(n, data);
      for (const ready of readyToStore(STREAM, [given])) {
        const inPlace = { ...ready, previousHash: seal };
        const placed = placedEvent(inPlace, n);
        expect(placed).toEqual(storedEvent(storedText(inPlace, n)));
        expect(JSON.stringify(placed)).toBe(storedText(inPlace, n));
        expect(placed.actor).not.toBe(given.actor);
        if (typeof data === 'object' && data !== null) expect(placed.data).not.toBe(data);
      }
    }),
    { runs: 100 },
  ));

test('the text of an event is that of its fields in the order of the envelope, whatever its revision and its seal', () =>
  holds(
    fc.property(fc.nat(), fc.option(fc.constant('f'.repeat(64))), fc.jsonValue(), (n, previousHash, data) => {
      const { id, type, schemaVersion, data: _, ...rest } = numbered(n);
      const sealed: Partial<StoredEvent> = previousHash === null ? {} : { previousHash };
      const texts = readyToStore(STREAM, [{ ...numbered(n, data), ...sealed }]).map((ready) => storedText(ready, n));
      const fields = { id, type, schemaVersion, stream: STREAM, revision: n, ...rest, previousHash, data };
      expect(texts).toEqual([JSON.stringify(fields)]);
    }),
    { runs: 100 },
  ));

test('nothing below nothing is nothing: what a store gives back has no minus zero, since no text has', () => {
  const [ready] = readyToStore(STREAM, [numbered(1, { below: -0, list: [-0] })]);
  const { data } = placedEvent(ready ?? expect.fail(), 1);
  expect(data).toStrictEqual({ below: 0, list: [0] });
});
