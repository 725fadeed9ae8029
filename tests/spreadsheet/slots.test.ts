import { readFileSync } from 'node:fs';
import type { CellValue } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readNavette, readNavetteRows } from '../../src/adapters/navette/index.ts';
import { slotRows } from '../../src/adapters/spreadsheet/index.ts';
import { row as good, HEADINGS } from '../navette/reading.ts';
import { cellAt, FORMATS, tab, workbookOf, written } from './support/filled.ts';

const file = (name: string): Uint8Array => readFileSync(new URL(`files/${name}`, import.meta.url));

/** A row of the Navette whose date and hours are these. */
const row = (date: CellValue, start: CellValue, end: CellValue): CellValue[] =>
  good().map((cell, at) => [date, start, end][at - 4] ?? cell);

const plansOf = (bytes: Uint8Array) => {
  const { rows, faults } = slotRows(workbookOf(bytes, 'navette'));
  return { faults, reading: readNavetteRows(rows, { fileName: 'navette' }) };
};

test('the Navette that the teacher completed gives the same sessions in its three formats', () => {
  const csv = readNavette(file('navette-creneaux.csv'), { fileName: 'navette' });
  expect(csv.plans).toHaveLength(4);
  for (const format of FORMATS)
    expect(plansOf(file(`navette-creneaux.${format}`))).toEqual({ faults: [], reading: csv });
});

test('dates and hours are read however a spreadsheet keeps them', async () => {
  const day = new Date('2019-05-14T00:00:00Z');
  const kept: readonly (readonly [CellValue, CellValue, CellValue])[] = [
    ['14/05/2019', '08:30', '10:30'],
    ['2019-05-14', '8h30', '10h30'],
    [day, 8.5 / 24, 10.5 / 24],
    [day, new Date('1899-12-31T08:30:00Z'), new Date('1899-12-31T10:30:00Z')],
  ];
  for (const format of FORMATS) {
    for (const cells of kept.slice(0, format === 'ods' ? 3 : 4)) {
      const rows = [['Navette créneaux'], [], [...HEADINGS], row(...cells), []];
      const { faults, reading } = plansOf(await written(format, tab(rows)));
      expect([faults, reading.faults]).toEqual([[], []]);
      expect(reading.plans).toMatchObject([{ line: 4, slot: { date: '2019-05-14', start: '08:30', end: '10:30' } }]);
    }
  }
});

test('formulas, merged cells and hidden rows under the headings are told with their cells', async () => {
  const rows = [['Navette créneaux'], [...HEADINGS], row('14/05/2019', '08:30', '10:30'), good({ Salle: 'B206' })];
  const cells = cellAt(3, 9, { formula: '"B"&204', formulaResult: 'B204', type: 'formula' });
  const merges = [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 10 },
    { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
  ];
  const bytes = await written(
    'xlsx',
    tab(rows, 'Créneaux', { cells, merges, rowDefs: new Map([[3, { hidden: true }]]) }),
  );
  expect(plansOf(bytes).faults).toMatchObject([
    { rule: 'cells-merged', file: 'navette', tab: 'Créneaux', cell: 'A3', fr: expect.stringContaining('A3:A4') },
    { rule: 'cell-is-formula', cell: 'I3', value: 'B204' },
    { rule: 'row-hidden', cell: 'A4' },
  ]);
});

test('a workbook without a table, with several, or with a hidden one is refused', async () => {
  const table = [[...HEADINGS], row('14/05/2019', '08:30', '10:30')];
  const rules = async (...tabs: ReturnType<typeof tab>[]) =>
    slotRows(workbookOf(await written('xlsx', ...tabs))).faults.map(({ rule }) => rule);
  expect(await rules(tab([['Bonjour']]))).toEqual(['table-missing']);
  expect(await rules(tab([['Mode d’emploi']], 'Aide'), tab(table))).toEqual([]);
  expect(await rules(tab(table, 'Un'), tab(table, 'Deux'))).toEqual(['one-table-only']);
  expect(await rules(tab(table, 'Un'), tab(table, 'Deux', { hidden: true }))).toEqual(['tab-hidden']);
});
