import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setClock } from '../../../src/adapters/testing/laws/clock.ts';
import { assertSame, differenceOf } from '../../../src/adapters/testing/laws/same.ts';
import { holds } from '../../support/property.ts';

test('A difference is named by its place', () => {
  expect(differenceOf({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] })).toBe('a.1.b is 2, not 3');
  expect(differenceOf({ a: 1, b: undefined }, { a: 1 })).toBe('b is undefined, and should not be there');
  expect(differenceOf({ a: 1 }, { a: 1, b: null })).toBe('b is missing, and should be null');
  expect(differenceOf(new Map([['a', 1]]), new Map([['a', 2]]))).toBe('a is 1, not 2');
  expect(differenceOf([], {})).toBe('[], not {}');
  expect(differenceOf(new Map(), {})).toBe('new Map([]), not {}');
  expect(differenceOf(0, -0)).toBe('0, not -0');
  expect(differenceOf(null, {})).toBe('null, not {}');
  expect(differenceOf('a'.repeat(500), '')?.length).toBeLessThan(150);
});

test('What is equal has no difference, in whatever order its fields stand', () => {
  expect(differenceOf({ a: 1, b: [Number.NaN] }, { b: [Number.NaN], a: 1 })).toBeNull();
  expect(differenceOf(new Map([[1, 'a']]), new Map([[1, 'a']]))).toBeNull();
  holds(
    fc.property(fc.jsonValue(), (value) => {
      expect(differenceOf(structuredClone(value), value)).toBeNull();
    }),
    { runs: 100 },
  );
  expect(() => assertSame('The sum', 1, 2)).toThrow(new Error('The sum: 1, not 2'));
});

test('A clock rings what is due when it is set, in the order of time, and once', () => {
  const clock = setClock(0);
  const rung: string[] = [];
  clock.setTimeout(() => rung.push('late'), 20);
  clock.setTimeout(() => rung.push('early'), 10);
  const never = clock.setTimeout(() => rung.push('never'), 15);
  clock.setTimeout(() => clock.clearTimeout(never), 5);
  clock.set(9);
  expect([clock.now(), rung]).toEqual([9, []]);
  clock.set(30);
  clock.set(5);
  clock.set(40);
  expect([clock.now(), rung]).toEqual([40, ['early', 'late']]);
});
