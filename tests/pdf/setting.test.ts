import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../src/adapters/pdf/coverage.ts';
import { FONTS } from '../../src/adapters/pdf/fonts.ts';
import { readable } from '../../src/adapters/pdf/readable.ts';
import { shared } from '../../src/adapters/pdf/widths.ts';
import { widestPiece, wrapped } from '../../src/adapters/pdf/wrap.ts';
import { hostileTexts } from '../../src/adapters/testing/arbitraries/index.ts';
import { holds } from '../support/property.ts';

/** Every character is a point wide. */
const measure = (text: string): number => text.length;

const texts = fc.array(
  fc.constantFrom('Anne-Sophie', 'de', 'LA', 'n° 18', '« oui »', 'Rouen : 2', 'x'.repeat(30), '\n', ''),
  {
    maxLength: 12,
  },
);

describe('a text in a column', () => {
  test('is never wider than it, and put together again is the text', () =>
    holds(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (parts, width) => {
        const text = parts.join(' ');
        const lines = wrapped(text, width, measure);
        for (const line of lines) expect(line.trimEnd().length).toBeLessThanOrEqual(width);
        expect(lines.join('')).toBe(text.replaceAll('\n', ' '));
      }),
      { runs: 500 },
    ));

  test('breaks no word where the column holds the widest one', () =>
    holds(
      fc.property(texts, fc.nat(20), (parts, more) => {
        const text = parts.join(' ');
        const width = widestPiece(text, measure) + more;
        const ends = wrapped(text, width, measure).slice(0, -1);
        for (const line of ends) expect(line).toMatch(/[ -]$|^$/);
      }),
      { runs: 500 },
    ));

  test('keeps an accent with its letter', () => {
    expect(wrapped('z\u0335z\u0335', 2, measure)).toEqual(['z\u0335', 'z\u0335']);
  });
});

describe('the widths of columns', () => {
  const columns = fc.array(
    fc.record({ needed: fc.nat(80), more: fc.nat(300), weight: fc.nat(5) }).map(({ needed, more, weight }) => ({
      needed,
      wanted: needed + more,
      weight,
    })),
    { minLength: 1, maxLength: 12 },
  );
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

  test('fit the page, and break a word only where all words together do not fit', () =>
    holds(
      fc.property(columns, (bounds) => {
        const widths = shared(bounds, 786);
        expect(sum(widths)).toBeLessThan(786.01);
        const fits = sum(bounds.map(({ needed }) => needed)) <= 786;
        for (const [place, { needed }] of bounds.entries()) {
          if (fits) expect(widths[place]).toBeGreaterThanOrEqual(needed);
        }
      }),
      { runs: 300 },
    ));

  test('fill the page where there is something to fill it with', () => {
    expect(
      shared(
        [
          { wanted: 10, needed: 5, weight: 0 },
          { wanted: 10, needed: 5, weight: 2 },
        ],
        100,
      ),
    ).toEqual([10, 90]);
    expect(shared([{ wanted: 10, needed: 5, weight: 0 }], 100)).toEqual([10]);
  });
});

describe('what can be read on paper', () => {
  test.each([
    'Œuvrard n° 3 « oui »',
    'Þórr Gúðmundsdóttir',
    'Ἀριστοτέλης Παπαδόπουλος',
    'Вячеслав Ёлкин',
    'ŁĄŻ ŐŰ ỄỘ Ðặng',
  ])('is %s as it is', (text) => expect(readable(text)).toBe(text));

  test.each([
    ['a character that the font lacks', '漢', '<U+6F22>'],
    ['a script that runs from right to left', 'שלום', '<U+05E9><U+05DC><U+05D5><U+05DD>'],
    ['a mark that turns the direction around', 'a\u202eb', 'a<U+202E>b'],
    ['a control character', 'a\u001bb', 'a<U+001B>b'],
  ])('names %s by its code point', (_, text, expected) => expect(readable(text)).toBe(expected));

  test('is no character that the font lacks, whatever is written', () =>
    holds(
      fc.property(hostileTexts, (text) => {
        const covered = coverageOf(readFileSync(FONTS.regular));
        const lacking = [...readable(text)].filter((one) => one !== '\n' && !covered.has(one.codePointAt(0) ?? 0));
        expect(lacking).toEqual([]);
      }),
      { runs: 60 },
    ));

  test('cannot be told of a file that is no font of all Unicode', () => {
    const font = new Uint8Array(readFileSync(FONTS.regular));
    const cut = font.slice(0, 12);
    expect(() => coverageOf(cut.fill(0, 4, 6))).toThrow(RangeError);
  });
});
