import { expect, test } from 'vitest';
import { readNavetteRows } from '../../src/adapters/navette/index.ts';
import { HEADINGS, places, row } from './reading.ts';

const sheet = (...rows: readonly (readonly string[])[]) => rows.map((cells, at) => ({ line: at + 1, cells }));

test('rows out of a workbook are read under the same rules as those of a CSV', () => {
  const good = row({ 'Date (jj/mm/aaaa)': '2019-05-14' });
  const bad = row({ Salle: '', 'Heure de début': '14:00', 'Heure de fin': '16:00' });
  const reading = readNavetteRows(sheet(['Navette'], [], HEADINGS, good, bad), { fileName: 'navette.ods' });
  expect(places(reading)).toEqual([['cell-missing', 5, 9]]);
  expect(reading.plans).toMatchObject([{ line: 4, slot: { date: '2019-05-14', startsAt: 1_557_815_400_000 } }]);
});

test('a sheet without any row is empty', () => {
  expect(places(readNavetteRows([], { fileName: 'navette.ods' }))).toEqual([['file-empty', 1, null]]);
});

test('a text that only a workbook can hold, with half a character in it, is refused in its cell', () => {
  const broken = row({ Ville: 'Rouen\ud83d' });
  const reading = readNavetteRows(sheet(HEADINGS, broken), { fileName: 'navette.xlsx' });
  expect(places(reading)).toEqual([['text-well-formed', 2, 4]]);
});
