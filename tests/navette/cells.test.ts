import { describe, expect, test } from 'vitest';
import { readDate, readPostalCode, readTime } from '../../src/adapters/navette/cells.ts';
import { places, readRowsUnderHeadings, row } from './reading.ts';

describe('Date (au format jj/mm/aaaa)', () => {
  test.each(['14/05/2019', '14-05-2019', '14.05.2019', ' 14/5/2019 ', '2019-05-14'])('%s is 14 May 2019', (cell) => {
    expect(readDate(cell)).toEqual({ text: '2019-05-14' });
  });

  test.each(['14/05/19', '14-5-19', '19-05-14'])('%s is refused, since a year of two digits can be misread', (cell) => {
    expect(readDate(cell)).toEqual({ code: 'date-year-four-digits' });
  });

  test.each(['mardi 14 mai', '14/05-2019', '14/05', '43599', '14/05/2019 08:30'])('%s is not a date', (cell) => {
    expect(readDate(cell)).toEqual({ code: 'date-readable' });
  });

  test.each([
    ['31/02/2019', 'date-exists'],
    ['05/14/2019', 'date-exists'],
    ['29/02/2019', 'date-exists'],
    ['14/05/1019', 'date-plausible'],
    ['14/05/2910', 'date-plausible'],
  ])('%s breaks the rule %s', (date, code) => {
    expect(places(readRowsUnderHeadings(row({ 'Date (jj/mm/aaaa)': date })))).toEqual([[code, 2, 5]]);
  });
});

describe('Heures de début et de fin', () => {
  test.each([
    ['08:30', '08:30'],
    ['8:30', '08:30'],
    ['8h30', '08:30'],
    ['08H30', '08:30'],
    ['8 h 30', '08:30'],
    ['8\u202fh\u202f30', '08:30'],
    ['08:30:00', '08:30'],
    ['8h', '08:00'],
    ['14 H', '14:00'],
  ])('%s is %s', (cell, text) => {
    expect(readTime(cell)).toEqual({ text });
  });

  test.each(['8', '8:3', '08:30:15', '8h3', '830', 'huit heures', '08.30', ''])('"%s" is not a time', (cell) => {
    expect(readTime(cell)).toEqual({ code: 'time-readable' });
  });

  test.each(['24:00', '8h60', '99:99'])('%s does not exist', (start) => {
    expect(places(readRowsUnderHeadings(row({ 'Heure de début': start })))).toContainEqual(['time-exists', 2, 6]);
  });

  test('the hour that summer time skips does not exist on that day', () => {
    const night = row({ 'Date (jj/mm/aaaa)': '31/03/2019', 'Heure de début': '02:30', 'Heure de fin': '02:45' });
    expect(places(readRowsUnderHeadings(night))).toEqual([
      ['time-exists', 2, 6],
      ['time-exists', 2, 7],
    ]);
  });

  test.each(['08:30', '08:29', '8h'])('a session that starts at 08:30 cannot end at %s', (end) => {
    expect(places(readRowsUnderHeadings(row({ 'Heure de fin': end })))).toEqual([['slot-ends-after-it-starts', 2, 7]]);
  });
});

describe('code postal', () => {
  test.each([
    ['76300', '76300', false],
    ['76 300', '76300', false],
    ['1000', '01000', true],
    ['F-76300', 'F-76300', false],
  ])('%s is read as %s', (cell, text, restored) => {
    expect(readPostalCode(cell)).toEqual({ text, restored });
  });

  test('the leading zero that an office suite dropped is put back, and that is said once', () => {
    const { plans, faults, notices } = readRowsUnderHeadings(
      row({ 'Code postal': '1000' }),
      row({ 'Code postal': '1000', 'Heure de début': '14h', 'Heure de fin': '16h' }),
    );
    expect(faults).toEqual([]);
    expect(plans.map(({ establishment }) => establishment.postalCode)).toEqual(['01000', '01000']);
    expect(notices).toMatchObject([{ code: 'postal-code-restored', line: 2, columnNumber: 3, value: '1000' }]);
    expect(notices[0]?.en).toContain('01000');
  });

  test.each(['763', '763000', 'ABCDE'])('%s has not five digits', (code) => {
    expect(places(readRowsUnderHeadings(row({ 'Code postal': code })))).toEqual([['postal-code-five-digits', 2, 3]]);
  });
});

describe('any cell', () => {
  test('an address on two lines is joined by a space, and that is said', () => {
    const { plans, notices } = readRowsUnderHeadings(row({ Adresse: '12 rue des Lilas \r\n BP 3' }));
    expect(plans[0]?.establishment.address).toBe('12 rue des Lilas BP 3');
    expect(notices).toMatchObject([{ code: 'line-break-joined', line: 2, columnNumber: 2 }]);
  });

  test.each([
    ['Ville', 'Rouen\u0007', 'text-one-line', 4],
    ['Salle', 'B'.repeat(101), 'text-too-long', 9],
    ['Salle', 'B'.repeat(501), 'cell-at-most-500', 9],
    ['Salle', ' \u00a0 ', 'cell-missing', 9],
  ] as const)('in the column %s, %j breaks the rule', (heading, value, code, column) => {
    expect(places(readRowsUnderHeadings(row({ [heading]: value })))).toEqual([[code, 2, column]]);
  });

  test('a text that is too long says how long it may be', () => {
    const { faults } = readRowsUnderHeadings(row({ Salle: 'B'.repeat(101) }));
    expect(faults[0]?.fr).toContain('100 caractères');
  });
});
