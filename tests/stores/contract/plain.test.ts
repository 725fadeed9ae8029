import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonData, numbered } from '../../../src/adapters/testing/store/events.ts';
import { ofMany } from '../../support/many.ts';
import { holds } from '../../support/property.ts';
import { faultIn } from '../support/ready.ts';

class Candidate {
  readonly number = 1;
}

class Candidates extends Array<number> {}

/** What is not JSON, and what is said of it. */
const NOT_JSON: readonly (readonly [unknown, string])[] = [
  ...[undefined, 1n, Symbol('a'), () => 1].map((value) => [value, ` is of type ${typeof value}`] as const),
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((value) => [value, ` is ${value}`] as const),
  ...[new Date(0), new Map(), new Candidate(), Object('a'), Object.create({ b: 1 })].map(
    (value) => [value, ' is not a plain object'] as const,
  ),
  [Candidates.of(1), ' is not a plain array'],
  ['\udc00', ' has half of a surrogate pair'],
  [{ 'a\ud800': 1 }, '.a\ufffd has half of a surrogate pair in its name'],
  [JSON.parse('{"__proto__":{}}'), '.__proto__ is a name that no data may use'],
  [Object.defineProperty({ a: 1 }, 'b', { value: 2, enumerable: false }), ' has hidden properties'],
  [{ [Symbol('b')]: 1 }, ' has hidden properties'],
  [Object.assign([1], { b: 2 }), ' is an array with further properties'],
  [Object.assign([1], { [Symbol('b')]: 2 }), ' is an array with further properties'],
];

/** What is as plain as any literal, though it has no prototype, one that has none, or those of another realm. */
const PLAIN: readonly unknown[] = [
  ...[null, true, 0, '', 'é🗝', [], {}, [[]]],
  ...[Object.create(null), Object.create(Object.create(null)), Object.setPrototypeOf([1], null)],
  runInNewContext('({ a: [1, { b: null }] })'),
];

const steps = fc.array(fc.oneof(fc.nat(3), fc.constantFrom('a', 'nom', 'é', 'x.y', '')), { maxLength: 5 });

/** A value in data, beside others, and the way to it. */
function hidden(value: unknown, way: readonly (string | number)[], beside: unknown): unknown {
  return way.reduceRight<unknown>(
    (inner, step) =>
      typeof step === 'number'
        ? [...Array.from({ length: step }, () => beside), inner, beside]
        : { before: beside, [step]: inner, last: beside },
    value,
  );
}

test('what is not JSON is found wherever it is in an event, and what is as plain as JSON is taken', () =>
  holds(
    ofMany(
      fc.record({
        of: fc.oneof(
          fc.constantFrom(...NOT_JSON),
          fc.constantFrom(...PLAIN).map((plain) => [plain, null] as const),
        ),
        way: steps,
        beside: jsonData,
      }),
      ({ of: [value, told], way, beside }) => {
        const event = { ...numbered(1), data: hidden(value, way, beside) };
        const place = way.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
        const wanted = told === null ? null : `Event ${event.id}: it.data${place}${told}`;
        expect(faultIn(event)?.message ?? null).toBe(wanted);
      },
    ),
    { runs: 60 },
  ));
