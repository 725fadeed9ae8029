import { expect, test } from 'vitest';
import { readNavette } from '../../src/adapters/navette/index.ts';
import { csv, HEADINGS, places, readText, row } from './reading.ts';

const MANY = Array.from({ length: 2001 }, (_, at) =>
  row({ Salle: `B${at}`, 'Prénom de l’enseignant (examinateur)': `Anne ${at}` }),
);

test('a file of more than 2 MiB is not read', () => {
  const bytes = new Uint8Array(2 * 1024 * 1024 + 1).fill(0x20);
  expect(readNavette(bytes, { fileName: 'navette.csv' }).faults).toMatchObject([{ code: 'file-at-most-2-mib' }]);
  expect(readNavette(bytes.subarray(1), { fileName: 'navette.csv' }).faults).toMatchObject([{ code: 'file-empty' }]);
});

test('2,000 rows are read, and the 2,001st is not', () => {
  const all = readText(csv(HEADINGS, ...MANY.slice(0, 1000), [], ...MANY.slice(1000)));
  expect(places(all)).toEqual([['rows-at-most-2000', 2003, null]]);
  expect(all.plans).toHaveLength(2000);
  expect(readText(csv(HEADINGS, ...MANY.slice(1))).faults).toEqual([]);
});

test('60 columns are read, and the 61st is not', () => {
  const blanks = (count: number) => Array.from({ length: count }, () => '');
  const headings = [...HEADINGS, ...blanks(49), 'Observations'];
  expect(places(readText(csv(headings, row())))).toEqual([['columns-at-most-60', 1, 61]]);
  const cells = [...row(), ...blanks(48), 'x', 'y', 'z'];
  expect(places(readText(csv([...HEADINGS, ...blanks(100)], cells)))).toEqual([
    ['cell-without-heading', 2, 60],
    ['columns-at-most-60', 2, 61],
  ]);
});

test('a cell has 500 characters at most, in the headings too, and what is quoted of it is cut', () => {
  const reading = readText(csv([...HEADINGS, 'H'.repeat(501)], row({ Adresse: 'a'.repeat(501) })));
  expect(places(reading)).toEqual([
    ['cell-at-most-500', 1, 12],
    ['cell-at-most-500', 2, 2],
  ]);
  expect(reading.faults.map(({ value }) => value.length)).toEqual([500, 500]);
});

test('after twenty lines of unbalanced quotation marks the rest is not worth reading', () => {
  const reading = readText(`${csv(HEADINGS)}${'\nB"204'.repeat(25)}`);
  expect(reading.faults).toHaveLength(21);
  expect(places(reading)).toContainEqual(['quotes-unbalanced-too-often', 21, null]);
});

test('blank lines at the end cost nothing, and 20,000 lines are enough', () => {
  const good = csv(HEADINGS, row());
  expect(readText(`${good}${'\n;;;'.repeat(30_000)}`).faults).toEqual([]);
  const reading = readText(`${good}${'\n'.repeat(30_000)}${csv(row({ Salle: 'B206' }))}`);
  expect(places(reading)).toEqual([['lines-at-most-20000', 20_001, null]]);
  expect(reading.plans).toHaveLength(1);
});

test('headings that stand 200 lines below the title are not looked for', () => {
  expect(readText(`Navette${'\n'.repeat(199)}${csv(HEADINGS, row())}`).faults).toEqual([]);
  expect(places(readText(`Navette${'\n'.repeat(200)}${csv(HEADINGS, row())}`))).toEqual([
    ['heading-row-missing', 1, null],
  ]);
});
