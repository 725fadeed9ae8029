import { z } from 'zod';

/** The most extra time accepted: three times the duration in all. */
const LARGEST = 2;

/**
 * Extra time (temps majoré) as an exact, reduced ratio of the duration: `{ numerator: 1, denominator: 3 }` is a third.
 * A float would turn a third of 105 minutes into something that is not 35 minutes.
 */
export interface ExtraTime {
  readonly numerator: number;
  readonly denominator: number;
}

/** How offices round a third and two thirds; such a notation means the exact ratio, never 33 hundredths. */
const THIRD = /^0?[.,]33+$|^33(?:[.,]3+)?%$/;
const TWO_THIRDS = /^0?[.,]6+[67]$|^66(?:[.,]6*[67])?%$|^67%$/;
/** As large as a ratio that is stored, so that what a sheet shows can be read again. */
const FRACTION = /^(\d{1,5})\/(\d{1,4}|10000)$/;
const PERCENT = /^(\d{1,3})(?:[.,](\d{1,2}))?%$/;
const PART = /^0?[.,](\d{1,4})$/;

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

/** A reduced ratio. */
function ratio(numerator: number, denominator: number): ExtraTime {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/**
 * Reads what a sheet, a person or a program writes for extra time.
 *
 * | written | means |
 * |---|---|
 * | `1/3`, `1/3 temps`, `tiers temps` | exactly 1/3 |
 * | `33 %`, `33,3 %`, `33,33 %`, `0,33`, `0.33`, `33` | exactly 1/3: the usual way to round it |
 * | `66 %`, `66,67 %`, `67 %`, `0.66`, `0.67` | exactly 2/3 |
 * | `50 %`, `50`, `0.5`, `12,5 %` | what it says: 1/2, 1/2, 1/2, 1/8 |
 * | `1` | refused: 1 % or once the duration? |
 * | `0,33 %` | refused: a third of a percent, or a third? |
 *
 * @returns the ratio, or `null` where the text is no extra time from 1 % to twice the duration
 */
export function readExtraTime(written: string | number): ExtraTime | null {
  const compact = String(written)
    .toLowerCase()
    .replace(/\s/gu, '')
    .replace(/temps$/, '');
  const text = /^\d{2,3}(?:[.,]\d{1,2})?$/.test(compact) ? `${compact}%` : compact;
  const read = readRatio(text);
  if (read === null) return null;
  const { numerator, denominator } = read;
  return numerator * 100 >= denominator && numerator <= LARGEST * denominator ? read : null;
}

function readRatio(text: string): ExtraTime | null {
  if (text === 'tiers' || THIRD.test(text)) return ratio(1, 3);
  if (TWO_THIRDS.test(text)) return ratio(2, 3);
  const fraction = FRACTION.exec(text);
  if (fraction !== null) return ratio(Number(fraction[1]), Number(fraction[2]));
  const percent = PERCENT.exec(text);
  if (percent !== null) return ratio(Number(percent[1]) * 100 + Number((percent[2] ?? '').padEnd(2, '0')), 10_000);
  const part = PART.exec(text);
  return part === null ? null : ratio(Number(String(part[1]).padEnd(4, '0')), 10_000);
}

/** The stored form of extra time. */
export const extraTimeRatio = z
  .strictObject({ numerator: z.int().min(1).max(20_000), denominator: z.int().min(1).max(10_000) })
  .refine(({ numerator, denominator }) => numerator <= LARGEST * denominator, { error: 'extra-time-at-most-twice' })
  .refine(({ numerator, denominator }) => greatestCommonDivisor(numerator, denominator) === 1, {
    error: 'extra-time-reduced',
  });

/** Extra time in a command: the stored form, or anything that {@link readExtraTime} reads. */
export const extraTime = z.union(
  [
    extraTimeRatio,
    z.union([z.string().max(40), z.number()]).transform((written, context): ExtraTime => {
      const read = readExtraTime(written);
      if (read === null) context.addIssue({ code: 'custom', message: 'extra-time-readable' });
      return read ?? z.NEVER;
    }),
  ],
  { error: 'extra-time-readable' },
);

/**
 * The duration of the test with its extra time, in whole seconds; a started second is the candidate's.
 *
 * @param baseSeconds the policy's duration
 * @param extra extra time, or `null` for none
 */
export function durationWith(baseSeconds: number, extra: ExtraTime | null): number {
  if (extra === null) return baseSeconds;
  return baseSeconds + Math.ceil((baseSeconds * extra.numerator) / extra.denominator);
}
