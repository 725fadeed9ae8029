import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSheets, readWorkbook, textOf } from '../../src/adapters/spreadsheet/index.ts';
import { FORMATS, tab, workbookOf, written } from './support/filled.ts';

const file = (name: string): Uint8Array => readFileSync(new URL(`files/${name}`, import.meta.url));

const texts = (bytes: Uint8Array): readonly unknown[] =>
  workbookOf(bytes).tabs.map(({ rows }) => rows.map(({ line, cells }) => [line, ...cells.map(textOf)]));

test('the sheet that the teacher filled in says the same in both formats', () => {
  for (const name of ['feuille-inscrite', 'feuille-completee', 'navette-creneaux']) {
    expect(texts(file(`${name}.ods`))).toEqual(texts(file(`${name}.xlsx`)));
  }
});

test('the sheet that was filled in before the test names twelve candidates, and the one after it their numbers', () => {
  for (const format of FORMATS) {
    const before = readSheets(workbookOf(file(`feuille-inscrite.${format}`)));
    const after = readSheets(workbookOf(file(`feuille-completee.${format}`)));
    expect([before.faults, after.faults]).toEqual([[], []]);
    expect(before.sheets).toMatchObject([{ version: '1.0', tab: 'Session 1', head: { room: { text: 'B204' } } }]);
    expect(before.sheets[0]?.lines.map(({ certificationNumber }) => certificationNumber)).toEqual(Array(12).fill(null));
    expect(after.sheets[0]?.lines[3]).toMatchObject({
      line: 14,
      number: 4,
      identity: { surname: 'THOMAS', firstName: 'Nathan', birthDate: '2003-03-19', birthPlace: 'Rouen' },
      identifier: { kind: 'ine', value: '1203456703D' },
      extraTime: { numerator: 1, denominator: 3 },
      certificationNumber: '410221',
      endScreen: 'seen',
      cells: { certificationNumber: 'J14' },
    });
  }
});

test('a format is told by the bytes of a file, and not by its name', () => {
  const types = ['navette-creneaux.ods', 'navette-creneaux.xlsx', 'navette-creneaux.csv'].map((name) => {
    const reading = readWorkbook(file(name), { file: 'renamed.txt' });
    return reading.kind === 'read' ? reading.mediaType : reading.faults;
  });
  expect(types).toEqual([
    'application/vnd.oasis.opendocument.spreadsheet',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'text/csv',
  ]);
});

test('what another library writes is read as what it was: texts, numbers, days, truths, and a text that begins like a formula', async () => {
  const rows = [
    ['=1+1', '  à gauche', 'deux\nlignes', '<&>"’', ''],
    [12, 0.5, -3.25, 1e21, null],
    [new Date('2003-02-11T00:00:00Z'), new Date('2019-05-14T08:30:00Z'), true, false],
  ];
  for (const format of FORMATS) {
    const [read] = workbookOf(await written(format, tab(rows))).tabs;
    expect(read?.rows.map(({ cells }) => cells)).toEqual([
      [
        { kind: 'text', text: '=1+1' },
        { kind: 'text', text: '  à gauche' },
        { kind: 'text', text: 'deux\nlignes' },
        { kind: 'text', text: '<&>"’' },
      ],
      [12, 0.5, -3.25, 1e21].map((value) => ({ kind: 'number', value, percent: false })),
      [
        { kind: 'date', date: '2003-02-11', time: null },
        { kind: 'date', date: '2019-05-14', time: '08:30:00' },
        { kind: 'boolean', value: true },
        { kind: 'boolean', value: false },
      ],
    ]);
  }
});
