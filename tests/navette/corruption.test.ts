import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../support/property.ts';
import { csv, HEADINGS, readText, row } from './reading.ts';

const NAMES = ['Lefèvre', 'Le Goff', 'Ndiaye', 'Moreau'];
const ROWS = NAMES.map((name, at) =>
  row({ 'Nom de l’enseignant (examinateur)': name, Salle: `B20${at}`, 'Code postal': at === 3 ? '97400' : '76300' }),
);

/** What goes wrong in any cell. */
const ANYWHERE: [string, string][] = [
  ['', 'cell-missing'],
  [' \u00a0', 'cell-missing'],
  ['x'.repeat(501), 'cell-at-most-500'],
];
const TEXT: [string, string][] = [
  ['B\u000204', 'text-one-line'],
  ['tab\tinside', 'text-one-line'],
  ['x'.repeat(400), 'text-too-long'],
];
const TIME: [string, string][] = [
  ['25:00', 'time-exists'],
  ['8h60', 'time-exists'],
  ['0830', 'time-readable'],
  ['le matin', 'time-readable'],
];
const NAME: [string, string][] = [['Dupont & Durand', 'examiners-ambiguous']];

/** What goes wrong in the cells of each column. */
const CORRUPTIONS: Record<(typeof HEADINGS)[number], [string, string][]> = {
  Établissement: TEXT,
  Adresse: TEXT,
  'Code postal': [
    ['763', 'postal-code-five-digits'],
    ['7630O', 'postal-code-five-digits'],
  ],
  Ville: TEXT,
  'Date (jj/mm/aaaa)': [
    ['31/02/2019', 'date-exists'],
    ['05/14/2019', 'date-exists'],
    ['14/05/19', 'date-year-four-digits'],
    ['14/05/0019', 'date-plausible'],
    ['mardi', 'date-readable'],
  ],
  'Heure de début': TIME,
  'Heure de fin': [...TIME, ['08:30', 'slot-ends-after-it-starts'], ['7h', 'slot-ends-after-it-starts']],
  Site: TEXT,
  Salle: TEXT,
  'Nom de l’enseignant (examinateur)': [...TEXT, ...NAME, ['?', 'examiner-identity']],
  'Prénom de l’enseignant (examinateur)': TEXT,
};

const corruption = fc.constantFrom(
  ...HEADINGS.flatMap((heading, column) =>
    [...ANYWHERE, ...CORRUPTIONS[heading]].map(([value, code]) => ({ heading, column, value, code })),
  ),
);

test('one bad cell is a fault at its line and column, as it was written, and the other rows are read', () => {
  const whole = readText(csv(HEADINGS, ...ROWS)).plans;
  expect(whole).toHaveLength(ROWS.length);
  holds(
    fc.property(
      fc.record({ corruption, at: fc.nat(ROWS.length - 1) }),
      ({ corruption: { heading, column, value, code }, at }) => {
        const rows = ROWS.map((cells, place) => (place === at ? cells.with(column, value) : cells));
        const { plans, faults } = readText(csv(HEADINGS, ...rows));
        expect(faults.every(({ line }) => line === at + 2)).toBe(true);
        expect(faults).toContainEqual(
          expect.objectContaining({
            ...{ code, file: 'navette.csv', line: at + 2, column: heading, columnNumber: column + 1 },
            value: value.slice(0, 500),
          }),
        );
        expect(plans).toEqual(whole.toSpliced(at, 1));
      },
    ),
    { runs: 500 },
  );
});

/** What is judged on two cells together cannot be judged when the other one is bad too. */
const TWO_CELLS = new Set(['slot-ends-after-it-starts', 'examiner-identity']);

test('every bad cell of a file is reported at once, in reading order', () => {
  const two = fc.array(fc.record({ corruption, at: fc.nat(ROWS.length - 1) }), { minLength: 2, maxLength: 6 });
  holds(
    fc.property(two, (changes) => {
      const rows = ROWS.map((cells) => [...cells]);
      for (const { corruption: bad, at } of changes) rows[at]?.splice(bad.column, 1, bad.value);
      // What was written over is in the file no more.
      const standing = changes.filter(({ corruption: bad, at }) => rows[at]?.[bad.column] === bad.value);
      const { faults, plans } = readText(csv(HEADINGS, ...rows));
      const found = faults.map(({ line, columnNumber }) => `${line}, ${columnNumber}`);
      for (const { corruption: bad, at } of standing.filter((change) => !TWO_CELLS.has(change.corruption.code))) {
        expect(found).toContain(`${at + 2}, ${bad.column + 1}`);
      }
      const order = faults.map(({ line, columnNumber }) => line * 100 + (columnNumber ?? 0));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(plans.every(({ line }) => changes.every(({ at }) => at + 2 !== line))).toBe(true);
    }),
    { runs: 500 },
  );
});
