import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isStoreError, StoreError } from '../../../src/domain/store/errors.ts';
import {
  believedRevision,
  globalBounds,
  PAGE_EVENTS,
  pageLimit,
  streamBounds,
  streamName,
} from '../../../src/domain/store/ranges.ts';
import { rowValue, wantedRange } from '../../../src/domain/store/wanted.ts';
import { ofMany } from '../../support/many.ts';
import { holds } from '../../support/property.ts';
import { refused, resultOf } from '../support/results.ts';

const MOST = Number.MAX_SAFE_INTEGER;

/** Numbers around every border that a range has, and what is no number. */
const numbers: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 1, 2, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, MOST, MOST + 1, 1_000, PAGE_EVENTS),
  fc.constantFrom(PAGE_EVENTS + 1, ...(['1', [1], {}, Object.create(null), 1n, true] as unknown as number[])),
  fc.integer(),
);

const perhaps = fc.option(numbers, { nil: undefined });

const isFrom = (least: number, value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= MOST;

/** What is answered where every bound is a whole number from its least one on, else the fault of the first that is not. */
function bounds<T>(
  answer: T,
  ...parts: readonly (readonly [what: string, value: unknown, least: number, most?: number])[]
) {
  const wrong = parts.find(([, value, least, most = MOST]) => !isFrom(least, value) || Number(value) > most);
  return wrong === undefined ? { answer } : refused(wrong[0], wrong[1]);
}

const given = (from?: number, to?: number, limit?: number) => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...(limit !== undefined && { limit }),
});

describe('what a store is asked for', () => {
  test('is a range of a stream in whole numbers, or a fault that names the first one that is wrong', () =>
    holds(
      ofMany(fc.tuple(perhaps, perhaps, perhaps), ([from, to, limit]) => {
        const whole = { from: from ?? 1, to: to ?? MOST, limit: limit ?? MOST };
        expect(resultOf(() => streamBounds(given(from, to, limit)))).toEqual(
          bounds(whole, ['from', whole.from, 1], ['to', whole.to, 0], ['limit', whole.limit, 1]),
        );
      }),
      { runs: 60 },
    ));

  test('is a revision that the writer believes in', () =>
    holds(
      ofMany(fc.oneof(numbers, fc.constantFrom('any', 'none')), (expected) => {
        const known = expected === 'any' ? { answer: 'any' } : expected === 'none' ? { answer: 0 } : null;
        expect(resultOf(() => believedRevision(expected as number))).toEqual(
          known ?? bounds(expected, ['expected revision', expected, 0]),
        );
      }),
      { runs: 60 },
    ));

  const positions = fc.oneof(
    fc.constantFrom('', '0', '01', '-1', '1.5', ' 1', '1x', 'x1', '9007199254740991', '9007199254740992', 'C:1/P:1'),
    fc.constantFrom(...([1, null, ['1'], Object.create(null)] as unknown as string[])),
    fc.nat().map(String),
  );

  test('is a page of the global order after a position that a store can have counted', () =>
    holds(
      ofMany(fc.tuple(fc.option(positions, { nil: undefined }), perhaps), ([after, limit]) => {
        const page = bounds(limit ?? 1_000, ['limit', limit ?? 1_000, 1, PAGE_EVENTS]);
        expect(resultOf(() => pageLimit(limit))).toEqual(page);
        const isCounted = typeof after === 'string' && /^[1-9]\d*$/.test(after);
        const place = isCounted
          ? bounds(Number(after), ['position', Number(after), 1])
          : after === undefined
            ? { answer: 0 }
            : refused('position', after);
        const range = { ...(after !== undefined && { after }), ...(limit !== undefined && { limit }) };
        const wrong = 'answer' in page ? place : page;
        expect(resultOf(() => globalBounds(range))).toEqual(
          'answer' in page && 'answer' in place ? { answer: { after: place.answer, limit: page.answer } } : wrong,
        );
      }),
      { runs: 60 },
    ));

  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom('', '\ud800', 'a\udc00b', 'é'));
  const odd = fc.constantFrom<unknown[]>(null, 1n, true, undefined, [], ['a'], {}, Object.create(null), Symbol('a'));

  const isText = (value: unknown): boolean => typeof value === 'string' && !/\p{Surrogate}/u.test(value);

  test('is a stream by a name that UTF-8 can carry', () =>
    holds(
      ofMany(fc.oneof(texts, odd), (name) => {
        expect(resultOf(() => streamName(name as string))).toEqual(
          isText(name) ? { answer: name } : refused('stream', name),
        );
      }),
      { runs: 60 },
    ));

  const values = fc.oneof(texts, odd, fc.double(), fc.constantFrom(Number.NaN, Number.NEGATIVE_INFINITY, 0));
  const isValue = (value: unknown): boolean => (typeof value === 'number' ? Number.isFinite(value) : isText(value));

  test('is a value of a column: a text that UTF-8 can carry, or a finite number', () =>
    holds(
      ofMany(values, (value) => {
        expect(resultOf(() => rowValue(value as string))).toEqual(
          isValue(value) ? { answer: value } : refused('value of a column', value),
        );
        if (Object(value) === value) return;
        expect(resultOf(() => wantedRange(value as string))).toEqual(
          isValue(value) ? { answer: { from: value, to: value } } : refused('value of a column', value),
        );
      }),
      { runs: 60 },
    ));

  const ends = fc.option(
    values.filter((value) => value !== null && value !== undefined),
    { nil: undefined },
  );

  test('is a column from here to there, open at one end at most, both of one kind', () =>
    holds(
      ofMany(fc.tuple(ends, ends), ([from, to]) => {
        const wanted = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
        const given = Object.values(wanted);
        const kinds = new Set(given.map((end) => typeof end));
        const wrong = given.find((end) => !isValue(end));
        const result = resultOf(() => wantedRange(wanted as { readonly from: string }));
        if (kinds.size !== 1)
          expect(result).toMatchObject({ fault: expect.stringMatching(/^Not a range of a column: /) });
        else if (wrong !== undefined) expect(result).toEqual(refused('value of a column', wrong));
        else expect(result).toEqual({ answer: { from: from ?? null, to: to ?? null } });
      }),
      { runs: 60 },
    ));
});

describe('a store’s fault', () => {
  test('is told from every other error by its name and by its having a code', () =>
    holds(
      fc.property(
        fc.constantFrom('StoreError', 'Error', 'StoreErro'),
        fc.boolean(),
        fc.boolean(),
        (name, hasCode, isError) => {
          const thrown = Object.assign(isError ? new Error('no') : {}, { name }, hasCode && { code: 'store-busy' });
          expect(isStoreError(thrown)).toBe(name === 'StoreError' && hasCode && isError);
        },
      ),
      { runs: 60 },
    ));

  test('has its code, its name and its cause', () => {
    const cause = new Error('no');
    const fault = new StoreError('store-busy', 'No room', { cause });
    expect([fault.code, fault.name, fault.message, fault.cause]).toEqual([
      'store-busy',
      'StoreError',
      'No room',
      cause,
    ]);
  });
});
