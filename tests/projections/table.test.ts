import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { table } from '../../src/projections/terminal/table.ts';
import { widthOf, wrap } from '../../src/projections/terminal/wrap.ts';
import { holds } from '../support/property.ts';

const words = fc
  .array(fc.stringMatching(/^[a-zéèôÂŒ’-]{1,30}$/), { minLength: 0, maxLength: 12 })
  .map((all) => all.join(' '));

const rows = fc.array(fc.tuple(words, words, words), { maxLength: 6 });

const COLUMNS = [{ title: 'Un' }, { title: 'Deux', least: 10 }, { title: 'Trois' }];

describe('A table for a terminal', () => {
  test('cuts no word, however narrow it has to be', () => {
    holds(
      fc.property(rows, fc.integer({ min: 1, max: 120 }), (cells, most) => {
        const text = table(COLUMNS, cells, most);
        const shown = new Set(text.split(/[\s│]+/));
        for (const word of cells.flat().flatMap((cell) => cell.match(/\S+/g) ?? [])) expect(shown).toContain(word);
      }),
      { runs: 200 },
    );
  });

  test('is no wider than asked for, unless its words need more', () => {
    holds(
      fc.property(rows, fc.integer({ min: 20, max: 200 }), (cells, most) => {
        const widest = Math.max(...table(COLUMNS, cells, most).split('\n').map(widthOf));
        const column = (place: number, least: number) =>
          Math.max(least, ...cells.flatMap((row) => String(row[place]).split(' ')).map(widthOf));
        const needed = column(0, 2) + column(1, 10) + column(2, 5) + 6;
        expect(widest).toBeLessThanOrEqual(Math.max(most, needed));
      }),
      { runs: 200 },
    );
  });

  test('keeps its columns under one another, whatever accents are written with', () => {
    expect(
      table(
        [{ title: 'Nom' }, { title: 'Lieu' }],
        [
          ['E\u0301LODIE', 'Nîmes'],
          ['ÉLODIE', 'Rouen'],
        ],
      ),
    ).toBe(['Nom    │ Lieu', '───────┼──────', 'E\u0301LODIE │ Nîmes', 'ÉLODIE │ Rouen'].join('\n'));
  });

  test('has lines between its rows where a row takes several', () => {
    expect(table([{ title: 'N' }], [['a\nb'], ['c']])).toBe('N\n─\na\nb\n─\nc');
    expect(table([{ title: 'N' }], [['a'], ['c']])).toBe('N\n─\na\nc');
  });
});

test('A line is broken between words, but neither after « n° » nor before a colon', () => {
  expect(wrap('signalement épreuve n° 18', 20)).toEqual(['signalement épreuve', 'n° 18']);
  expect(wrap('motif : illisible', 8)).toEqual(['motif :', 'illisible']);
  expect(wrap('un\ndeux trois', 4)).toEqual(['un', 'deux', 'trois']);
});
