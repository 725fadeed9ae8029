import { describe, expect, test } from 'vitest';
import { EVERY_CAPABILITY } from '../../../src/adapters/testing/store/capabilities.ts';
import { numbered, storedAs } from '../../../src/adapters/testing/store/events.ts';
import { type Answered, isLinearizable } from '../../../src/adapters/testing/store/linear.ts';

const STREAM = 'session-1';

/** An append of one event at a stream that is believed to be at a revision, and its answer. */
const append = (n: number, expected: number, actual: number, called: number, answered: number): Answered => ({
  call: { call: 'append', stream: STREAM, expected, events: [numbered(n)] },
  answer:
    expected === actual
      ? { kind: 'appended', events: [storedAs(STREAM, expected + 1, numbered(n))], revision: expected + 1 }
      : { kind: 'conflict', stream: STREAM, expected, actual },
  called,
  answered,
});

/** A reading of the stream that has found these. */
const read = (found: readonly number[], called: number, answered: number): Answered => ({
  call: { call: 'readStream', stream: STREAM, range: {} },
  answer: found.map((n, index) => storedAs(STREAM, index + 1, numbered(n))),
  called,
  answered,
});

const isFine = (...history: readonly Answered[]): boolean => isLinearizable(history, EVERY_CAPABILITY);

describe('a history of calls at once', () => {
  test('of two who begin a stream, one is told that the other was first: in either order', () => {
    expect(isFine(append(1, 0, 0, 0, 3), append(2, 0, 1, 1, 2))).toBe(true);
    expect(isFine(append(1, 0, 1, 0, 3), append(2, 0, 0, 1, 2))).toBe(true);
  });

  test('of two who begin a stream, both cannot be first', () => {
    expect(isFine(append(1, 0, 0, 0, 3), append(2, 0, 0, 1, 2))).toBe(false);
  });

  test('nobody can be told of a conflict with an append that was made afterwards', () => {
    expect(isFine(append(1, 0, 1, 0, 1), append(2, 0, 0, 2, 3))).toBe(false);
  });

  test('a reader beside an append may see it or not; a reader after it must see it', () => {
    expect(isFine(append(1, 0, 0, 0, 3), read([], 1, 2))).toBe(true);
    expect(isFine(append(1, 0, 0, 0, 3), read([1], 1, 2))).toBe(true);
    expect(isFine(append(1, 0, 0, 0, 1), read([], 2, 3))).toBe(false);
  });

  test('what one reader saw, no later reader misses, although the append is not answered yet', () => {
    expect(isFine(append(1, 0, 0, 0, 9), read([1], 1, 2), read([], 3, 4))).toBe(false);
    expect(isFine(append(1, 0, 0, 0, 9), read([], 1, 2), read([1], 3, 4))).toBe(true);
  });

  test('the actual revision of a conflict counts, unless the store does not claim to tell it', () => {
    const history = [append(1, 0, 0, 0, 1), append(2, 0, -1, 2, 3)];
    expect(isLinearizable(history, EVERY_CAPABILITY)).toBe(false);
    expect(isLinearizable(history, { ...EVERY_CAPABILITY, tellsActual: false })).toBe(true);
  });
});
