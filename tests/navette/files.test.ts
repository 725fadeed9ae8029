import { describe, expect, test } from 'vitest';
import { readNavette } from '../../src/adapters/navette/index.ts';
import { csv, HEADINGS, places, readText, row } from './reading.ts';
import { ENCODINGS, encode } from './writer.ts';

const read = (bytes: Uint8Array) => readNavette(bytes, { fileName: 'navette.csv' });
const GOOD = csv(HEADINGS, row(), row({ 'Heure de début': '14:00', 'Heure de fin': '16:00' }));

describe('the bytes', () => {
  test.each(ENCODINGS)('a file in %s is read', (encoding) => {
    const { plans, faults, notices } = read(encode(GOOD, encoding));
    expect(faults).toEqual([]);
    expect(plans[0]?.establishment.city).toBe('Sotteville-lès-Rouen');
    expect(notices.map(({ code }) => code)).toEqual(encoding === 'windows-1252' ? ['encoding-guessed'] : []);
  });

  test('the signs that windows-1252 adds to Latin-1 are read: the French apostrophe, the ligature, the euro', () => {
    const text = GOOD.replace('Bâtiment principal', 'L’Œuvre à 1 € – l’été');
    expect(read(encode(text, 'windows-1252')).plans[0]?.slot.site).toBe('L’Œuvre à 1 € – l’été');
  });

  test.each([
    ['.xlsx or .ods', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]],
    ['.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
  ])('a workbook (%s) has to be saved as CSV', (_, bytes) => {
    const reading = read(new Uint8Array(bytes));
    expect(places(reading)).toEqual([['file-is-workbook', 1, null]]);
    expect(reading.faults[0]?.fr).toContain('« Enregistrer sous »');
  });

  test('bytes that no text holds are not a CSV', () => {
    expect(places(read(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x00, 0xff])))).toEqual([['file-is-text', 1, null]]);
  });

  test.each(['utf-8-bom', 'utf-16le', 'utf-16be'] as const)(
    'a file that says %s and is not has been altered',
    (encoding) => {
      const altered = new Uint8Array([...encode(GOOD, encoding), 0xd8]);
      expect(places(read(altered))).toEqual([['encoding-readable', 1, null]]);
    },
  );

  test.each(['', '\ufeff', '\r\n \r\n', ';;;;\n;;;;', '"";""\n'])('the file %j is empty', (text) => {
    expect(places(readText(text))).toEqual([['file-empty', 1, null]]);
  });
});

describe('the lines', () => {
  test.each(['\r\n', '\n', '\r'])('may end in %j', (end) => {
    expect(readText(GOOD.replaceAll('\n', end)).plans.map(({ line }) => line)).toEqual([2, 3]);
  });

  test('are counted as the teacher sees them, through titles, blank rows and cells on several lines', () => {
    const address = { Adresse: '12 rue\ndes\nLilas' };
    const later = { 'Heure de début': '14:00', 'Heure de fin': '16:00' };
    const text = csv(['Navette, 2019'], [], HEADINGS, [], row(address), ['', ''], row({ ...later, Salle: '' }));
    const reading = readText(text);
    expect(reading.plans.map(({ line }) => line)).toEqual([5]);
    expect(places(reading)).toEqual([['cell-missing', 9, 9]]);
  });

  test('may be shorter than the headings, and then cells are missing', () => {
    expect(places(readText(csv(HEADINGS, row().slice(0, 9))))).toEqual([
      ['cell-missing', 2, 10],
      ['cell-missing', 2, 11],
    ]);
  });

  test('may not be longer than the headings, but for empty cells', () => {
    const later = row({ 'Heure de début': '14:00', 'Heure de fin': '16:00' });
    const reading = readText(csv([...HEADINGS, ''], [...row(), '', ''], [...later, '', 'Le Goff']));
    expect(reading.faults[0]).toMatchObject({ code: 'cell-without-heading', line: 3, column: null, columnNumber: 13 });
    expect(reading.faults[0]).toMatchObject({ value: 'Le Goff', personal: true });
  });

  test('with a quotation mark missing or too many are reported, and the others are read', () => {
    const [headings = '', first = '', second = ''] = GOOD.split('\n');
    const text = [
      'Navette "2019"',
      headings,
      first.replace('B204', '"B204'),
      first.replace('B204', 'B"204'),
      second,
    ].join('\n');
    const reading = readText(text);
    expect(places(reading)).toEqual([
      ['quotes-unbalanced', 3, 9],
      ['quotes-unbalanced', 4, 9],
    ]);
    expect(reading.faults[0]?.column).toBe('Salle');
    expect(reading.plans.map(({ line }) => line)).toEqual([5]);
  });

  test('with a quotation mark beyond the headings have no heading to name', () => {
    const reading = readText(`${csv(HEADINGS, [...row(), ''])}x"`);
    expect(reading.faults).toMatchObject([{ code: 'quotes-unbalanced', line: 2, column: null, columnNumber: 12 }]);
  });

  test('with a quotation mark too many are all that stands under the headings, and that is the only fault', () => {
    expect(places(readText(`${csv(HEADINGS)}\nB"204`))).toEqual([['quotes-unbalanced', 2, 1]]);
  });

  test('a quotation mark in the headings leaves a file without headings', () => {
    expect(places(readText(GOOD.replace('Salle', '"Salle')))).toEqual(
      [
        ['quotes-unbalanced', 1, 9],
        ['heading-row-missing', 1, null],
      ].toSorted((a, b) => Number(a[2]) - Number(b[2])),
    );
  });
});
