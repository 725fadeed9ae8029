import fc from 'fast-check';
import type { ExtraTime } from '../../../domain/values/extraTime.ts';

/** Extra time as somebody writes it, and the exact ratio that it means. */
export interface WrittenExtraTime {
  readonly written: string | number;
  readonly means: ExtraTime;
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

const reduced = (numerator: number, denominator: number): ExtraTime => {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
};

const THIRD = { numerator: 1, denominator: 3 };
const TWO_THIRDS = { numerator: 2, denominator: 3 };

/** The ways to round a third and two thirds. */
const rounded: fc.Arbitrary<WrittenExtraTime> = fc.oneof(
  fc
    .constantFrom('tiers temps', 'Tiers Temps', '1/3 temps', '33 %', '33,3 %', '33,33%', '0,33', 0.33, 33)
    .map((written) => ({ written, means: THIRD })),
  fc.constantFrom('66 %', '66,67 %', '67 %', '0,67', 0.66).map((written) => ({ written, means: TWO_THIRDS })),
);

/** Fractions from a hundredth to two. */
const fractions: fc.Arbitrary<WrittenExtraTime> = fc
  .integer({ min: 1, max: 100 })
  .chain((denominator) => fc.tuple(fc.integer({ min: 1, max: 2 * denominator }), fc.constant(denominator)))
  .chain(([n, d]) =>
    fc.constantFrom(`${n}/${d}`, `${n} / ${d}`, `${n}/${d} temps`).map((written) => ({ n, d, written })),
  )
  .map(({ n, d, written }) => ({ written, means: reduced(n, d) }));

/** Percentages in hundredths of a percent that offices do not take for a third or two. */
const isExact = (hundredths: number): boolean => ![33, 66, 67].includes(Math.floor(hundredths / 100));

/** Percentages, with decimals after a comma or a point, or none; the sign after any space. */
const percentages: fc.Arbitrary<WrittenExtraTime> = fc
  .record({
    hundredths: fc.oneof(
      fc.integer({ min: 1, max: 200 }).map((percent) => percent * 100),
      fc.integer({ min: 100, max: 20_000 }),
    ),
    point: fc.constantFrom(',', '.'),
    sign: fc.constantFrom('%', ' %', '\u00a0%', '\u202f%'),
  })
  .filter(({ hundredths }) => isExact(hundredths))
  .map(({ hundredths, point, sign }) => {
    const decimals = hundredths % 100 === 0 ? '' : point + String(hundredths % 100).padStart(2, '0');
    return { written: `${Math.floor(hundredths / 100)}${decimals}${sign}`, means: reduced(hundredths, 10_000) };
  });

/** Parts of the duration below one, as a number or as it is written in French. */
const parts: fc.Arbitrary<WrittenExtraTime> = fc
  .integer({ min: 1, max: 99 })
  .filter((hundredths) => isExact(hundredths * 100))
  .chain((hundredths) =>
    fc
      .constantFrom<string | number>(hundredths / 100, `0,${String(hundredths).padStart(2, '0')}`)
      .map((written) => ({ written, means: reduced(hundredths, 100) })),
  );

/** Extra time in every notation, each with the exact ratio that it means, from 1 % to twice the duration. */
export const writtenExtraTimes: fc.Arbitrary<WrittenExtraTime> = fc.oneof(rounded, fractions, percentages, parts);

/** Extra time as the record keeps it: exact, reduced ratios. */
export const extraTimes: fc.Arbitrary<ExtraTime> = writtenExtraTimes.map(({ means }) => means);
