import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from '../../src/adapters/testing/arbitraries/hostile.ts';
import { page, section } from '../../src/projections/terminal/page.ts';
import { table } from '../../src/projections/terminal/table.ts';
import { visible } from '../../src/projections/terminal/visible.ts';
import { widthOf } from '../../src/projections/terminal/wrap.ts';
import { holds } from '../support/property.ts';

/** What a terminal obeys, or what makes a line read otherwise than it is written. */
const ACTS = /[^\P{Cc}\n]|(?![\u200C\u200D])\p{Cf}|[\p{Zl}\p{Zp}\p{Cs}]/u;

const texts = fc.oneof(
  hostileTexts,
  fc
    .array(
      fc.constantFrom('\u001b', '\u009b', '[2J', '\r', '\u0007', '\u202e', '\u2066', '\u200f', '\ufeff', '\u2028', 'é'),
    )
    .map((parts) => parts.join('')),
);

describe('What a terminal is shown', () => {
  test('never holds what it would obey, whatever somebody typed', () => {
    holds(
      fc.property(texts, (text) => {
        expect(visible(text)).not.toMatch(ACTS);
        expect(page(text, section(text, [text]))).not.toMatch(ACTS);
      }),
      { runs: 500 },
    );
  });

  test('shows a harmless text as it is, and what was shown once is shown so again', () => {
    holds(
      fc.property(texts, (text) => {
        const shown = visible(text);
        expect(visible(shown)).toBe(shown);
        if (!ACTS.test(text)) expect(shown).toBe(text);
      }),
      { runs: 500 },
    );
  });

  test.each([
    ['\u001b[2J', '<U+001B>[2J'],
    ['\u009b31m', '<U+009B>31m'],
    ['abc\u202edef\u202c', 'abc<U+202E>def<U+202C>'],
    ['un\tdeux\ntrois', 'un deux\ntrois'],
    ['caché\rvu', 'caché<U+000D>vu'],
    ['\u{e0041}', '<U+E0041>'],
    ['می\u200cخواهم 👩\u200d👧', 'می\u200cخواهم 👩\u200d👧'],
    ['LEF\udc00ÈVRE', 'LEF<U+DC00>ÈVRE'],
  ])('shows %j as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test('keeps the columns of a table under one another, whatever stands in its cells', () => {
    const lines = table(
      [{ title: 'N°' }, { title: 'Dit' }],
      [
        ['1', 'a\u202eb'],
        ['2', 'c'],
      ],
    ).split('\n');
    expect(new Set(lines.map((line) => widthOf(line.split(/[│┼]/u)[0] ?? ''))).size).toBe(1);
    expect(lines.at(-2)).toBe('1  │ a<U+202E>b');
  });
});
