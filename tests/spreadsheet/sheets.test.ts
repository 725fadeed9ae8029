import { describe, expect, test } from 'vitest';
import { readSheets } from '../../src/adapters/spreadsheet/index.ts';
import {
  cellAt,
  FIRST,
  FORMATS,
  filled,
  type Line,
  places,
  sheetRows,
  tab,
  workbookOf,
  written,
} from './support/filled.ts';

const cell = (letter: string, line = FIRST): string => `${letter}${line}`;

describe('a line that is at fault', () => {
  const wrong: readonly (readonly [what: string, line: Line, rule: string, letter: string])[] = [
    ['a surname that is missing', { surname: null }, 'cell-missing', 'B'],
    ['a first name that is too long', { firstName: 'x'.repeat(101) }, 'text-too-long', 'C'],
    ['a birth place with a control character', { birthPlace: 'Rou\u0007en' }, 'text-one-line', 'D'],
    ['a day that is not in the calendar', { birthDate: '31/02/2003' }, 'date-exists', 'E'],
    ['a year of two digits', { birthDate: '11/02/03' }, 'date-year-four-digits', 'E'],
    ['a date that is none', { birthDate: 'en février' }, 'date-readable', 'E'],
    ['a number where a date should be', { birthDate: 37_663 }, 'date-readable', 'E'],
    ['somebody born in the last century but one', { birthDate: '11/02/1803' }, 'birth-date-plausible', 'E'],
    ['a birth date that is missing', { birthDate: null }, 'cell-missing', 'E'],
    ['an e-mail address that is none', { email: 'lea.martin chez exemple' }, 'e-mail-readable', 'F'],
    ['an identifier that is too long', { ine: '1'.repeat(41) }, 'text-too-long', 'G'],
    ['"oui" as extra time', { extraTime: 'oui' }, 'extra-time-readable', 'H'],
    ['extra time that may be 1 % or the whole', { extraTime: 1 }, 'extra-time-readable', 'H'],
    ['a certification number with letters', { certificationNumber: '4102OO' }, 'certification-number-digits', 'J'],
    ['a tick that is none', { endScreen: 'peut-être' }, 'end-screen-ticked', 'K'],
    ['a comment that is too long', { comments: 'x'.repeat(2001) }, 'text-too-long', 'L'],
    ['a number of a line that is none', { number: 'premier' }, 'line-number', 'A'],
  ];
  test.each(wrong)('is refused for %s', async (_, line, rule, letter) => {
    const { sheets, faults } = await filled({}, line);
    expect(places({ faults })).toEqual([[rule, cell(letter, FIRST + 1)]]);
    expect(faults[0]).toMatchObject({ file: 'feuille.ods', tab: 'Session 1' });
    expect(sheets[0]?.lines).toHaveLength(1);
  });

  test('does not hide what is wrong with the others: everything is told at once', async () => {
    const { faults } = await filled({ surname: null, birthDate: '31/02/2003' }, { email: 'x', extraTime: 'oui' });
    expect(places({ faults })).toEqual([
      ['cell-missing', cell('B')],
      ['date-exists', cell('E')],
      ['e-mail-readable', cell('F', FIRST + 1)],
      ['extra-time-readable', cell('H', FIRST + 1)],
    ]);
  });

  test('says what was written, and that it may name somebody', async () => {
    const { faults } = await filled({ email: 'lea.martin chez exemple' });
    expect(faults).toMatchObject([
      { value: 'lea.martin chez exemple', personal: true, fr: expect.stringContaining('facultative') },
    ]);
  });
});

describe('what people write', () => {
  const read = async (line: Line) => (await filled(line)).sheets[0]?.lines[0];

  test('of a date is understood: a real date, with hyphens or dots, in words', async () => {
    const dates = [new Date('2003-02-11T00:00:00Z'), '11-2-2003', '11.02.2003', '2003-02-11', '11 février 2003'];
    for (const birthDate of dates) expect((await read({ birthDate }))?.identity.birthDate).toBe('2003-02-11');
    expect((await read({ birthDate: '1er août 2003' }))?.identity.birthDate).toBe('2003-08-01');
  });

  test('of extra time is understood: a percentage, a fraction, a share, none', async () => {
    const third = { numerator: 1, denominator: 3 };
    for (const extraTime of ['33 %', '1/3', '1/3 temps', 0.3333, 33, '1/3, vérifié : 1/3, accordé : 1/2']) {
      expect((await read({ extraTime }))?.extraTime).toEqual(third);
    }
    for (const extraTime of ['non', 'Néant', '-', 0, 'vérifié : 1/3'])
      expect((await read({ extraTime }))?.extraTime).toBeNull();
  });

  test('of the end screen is understood: ticked, not ticked, nothing', async () => {
    for (const endScreen of ['X', 'x', 'Oui', 'vu', '✓', true, 1])
      expect((await read({ endScreen }))?.endScreen).toBe('seen');
    for (const endScreen of ['non', false, 'non vu : temps écoulé'])
      expect((await read({ endScreen }))?.endScreen).toBe('notSeen');
    expect((await read({}))?.endScreen).toBeNull();
  });

  test('of a certification number is understood: a number, with the #, with spaces', async () => {
    for (const number of [410_200, '410200', '#410200', '# 410 200']) {
      expect((await read({ certificationNumber: number }))?.certificationNumber).toBe('410200');
    }
    expect((await read({ certificationNumber: 'sans numéro : problème technique' }))?.certificationNumber).toBeNull();
  });
});

test('what may stand once stands once: the number of a line, a certification number', async () => {
  const twice = { number: 3, certificationNumber: 410_200 };
  const { faults } = await filled(twice, { ...twice, surname: 'PETIT' });
  expect(places({ faults })).toEqual([
    ['line-number-twice', cell('A', FIRST + 1)],
    ['certification-number-twice', cell('J', FIRST + 1)],
  ]);
  expect(faults[0]?.fr).toContain(cell('A'));
});

test('a formula, an error and merged cells are told with their cells where data is expected, and only there', async () => {
  for (const format of FORMATS) {
    const cells = cellAt(FIRST, 10, { formula: '410000+200', formulaResult: 410_200, type: 'formula' });
    const merges = [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 11 },
      { startRow: FIRST - 1, startCol: 3, endRow: FIRST, endCol: 3 },
    ];
    const rows = sheetRows({ certificationNumber: 410_200 }, { surname: 'PETIT', birthPlace: 'Rouen' });
    const { faults } = readSheets(workbookOf(await written(format, tab(rows, 'Session 1', { cells, merges }))));
    expect(places({ faults })).toContainEqual(['cells-merged', cell('D')]);
    expect(places({ faults })).toContainEqual(['cell-is-formula', cell('J')]);
    expect(places({ faults }).every(([, at]) => at !== 'A1')).toBe(true);
  }
});

test('hidden rows, columns and tabs are told where something stands in them', async () => {
  const rows = sheetRows({}, { surname: 'PETIT' });
  const rowDefs = new Map([[FIRST, { hidden: true }]]);
  const columns = Array.from({ length: 12 }, (_, at) => (at === 4 ? { hidden: true } : {}));
  const hiddenParts = await written('xlsx', tab(rows, 'Session 1', { rowDefs, columns }));
  expect(places(readSheets(workbookOf(hiddenParts)))).toEqual([
    ['column-hidden', cell('E')],
    ['row-hidden', cell('B', FIRST + 1)],
  ]);
  const hiddenTab = await written('xlsx', tab(rows, 'Visible'), tab(rows, 'Masqué', { hidden: true }));
  expect(readSheets(workbookOf(hiddenTab)).faults).toMatchObject([{ rule: 'tab-hidden', tab: 'Masqué', cell: null }]);
});

test('a cell that stands under no heading is told', async () => {
  const rows = sheetRows({});
  rows.at(-1)?.push(null, 'à part');
  const { faults } = readSheets(workbookOf(await written('xlsx', tab(rows))));
  expect(places({ faults })).toEqual([['cell-without-heading', cell('N')]]);
});

test('tabs without a sheet are left aside, blank sheets are named, and a file without any is refused', async () => {
  const codes = tab(
    [
      ['Session', 'Date', 'Code d’accès'],
      ['1', '14/05/2019', 'BCDF23'],
    ],
    'Codes',
  );
  const blank = tab(
    sheetRows({ surname: null, firstName: null, birthPlace: null, birthDate: null, number: 1 }),
    'Vierge',
  );
  const some = readSheets(workbookOf(await written('ods', codes, blank, tab(sheetRows({}), 'Remplie'))));
  expect(some).toMatchObject({ blank: ['Vierge'], faults: [], sheets: [{ tab: 'Remplie', position: 3 }] });
  expect(readSheets(workbookOf(await written('ods', codes))).faults).toMatchObject([{ rule: 'sheet-missing' }]);
  expect(readSheets(workbookOf(await written('ods', codes, blank))).faults).toMatchObject([{ rule: 'sheets-blank' }]);
});

test('a sheet that was saved as CSV is read too', () => {
  const text =
    'Établissement;Lycée Marie-Curie;;\nDate;14/05/2019;;\n;;;\nNOM;Prénom;Date de naissance;Lieu de naissance\nMARTIN;"Léa";11/02/2003;Rouen\n';
  for (const bytes of [
    new TextEncoder().encode(text),
    Buffer.from(text, 'latin1'),
    Buffer.from(`\ufeff${text}`, 'utf16le'),
  ]) {
    expect(readSheets(workbookOf(bytes))).toMatchObject({
      faults: [],
      sheets: [{ lines: [{ line: 5, identity: { firstName: 'Léa' } }] }],
    });
  }
});
