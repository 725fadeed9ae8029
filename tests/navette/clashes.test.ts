import { describe, expect, test } from 'vitest';
import { csv, HEADINGS, places, readRowsUnderHeadings, readText, row } from './reading.ts';

const mael = { 'Nom de l’enseignant (examinateur)': 'Le Goff', 'Prénom de l’enseignant (examinateur)': 'Maël' };

describe('the same examiner', () => {
  test('is not in charge of two sessions at the same time; the later row names the earlier, and neither is planned', () => {
    const { plans, faults } = readRowsUnderHeadings(
      row(),
      row({ Salle: 'B206', 'Heure de début': '10:29', 'Heure de fin': '12:00' }),
      row({ Salle: 'B207', ...mael }),
    );
    expect(faults).toMatchObject([
      { code: 'examiner-in-overlapping-slots', line: 3, columnNumber: 10, value: 'Lefèvre', personal: true },
    ]);
    expect(faults[0]?.en).toContain('line 2');
    expect(faults[0]?.en).not.toContain('Lefèvre');
    expect(plans.map(({ line }) => line)).toEqual([4]);
  });

  test('and a colleague who share two sessions at the same time are told once', () => {
    const both = {
      'Nom de l’enseignant (examinateur)': 'Lefèvre / Le Goff',
      'Prénom de l’enseignant (examinateur)': 'Anne-Sophie / Maël',
    };
    expect(places(readRowsUnderHeadings(row(both), row({ ...both, Salle: 'B206' })))).toEqual([
      ['examiner-in-overlapping-slots', 3, 10],
    ]);
  });

  test('who stands twice in a row is also found in an earlier one', () => {
    const twice = {
      'Nom de l’enseignant (examinateur)': 'Lefèvre / Lefèvre',
      'Prénom de l’enseignant (examinateur)': 'Anne-Sophie / Anne-Sophie',
    };
    const reading = readRowsUnderHeadings(row(), row({ ...twice, Salle: 'B206' }));
    expect(places(reading)).toEqual([
      ['examiner-twice', 3, 10],
      ['examiner-in-overlapping-slots', 3, 10],
    ]);
    expect(reading.plans).toEqual([]);
  });

  test('may go from one session straight to the next', () => {
    const { plans, faults } = readRowsUnderHeadings(row(), row({ 'Heure de début': '10:30', 'Heure de fin': '12:00' }));
    expect(faults).toEqual([]);
    expect(plans).toHaveLength(2);
  });

  test('is found even when another cell of the row is at fault, and then the good row is not planned either', () => {
    const { plans, faults } = readRowsUnderHeadings(row({ Ville: '' }), row({ Salle: 'B206' }));
    expect(faults.map(({ code, line }) => [code, line])).toEqual([
      ['cell-missing', 2],
      ['examiner-in-overlapping-slots', 3],
    ]);
    expect(plans).toEqual([]);
  });
});

describe('the same session', () => {
  test('is not planned twice, however its room is spelled', () => {
    const reading = readRowsUnderHeadings(
      row(),
      row({ Site: 'BATIMENT  PRINCIPAL', Salle: 'b 204'.replace(' ', ''), 'Heure de fin': '11:00', ...mael }),
    );
    expect(places(reading)).toEqual([['slot-duplicated', 3, 9]]);
    expect(reading.faults[0]?.fr).toContain('ligne 2');
    expect(reading.plans).toEqual([]);
  });

  test('copied with its examiner, is one fault and not two', () => {
    expect(places(readRowsUnderHeadings(row(), row()))).toEqual([['slot-duplicated', 3, 9]]);
  });
});

describe('the same room', () => {
  test('may hold two sessions that overlap, but that is worth a notice', () => {
    const { plans, faults, notices } = readRowsUnderHeadings(
      row(),
      row({ 'Heure de début': '09:00', 'Heure de fin': '11:00', ...mael }),
    );
    expect(faults).toEqual([]);
    expect(plans).toHaveLength(2);
    expect(notices).toMatchObject([{ code: 'room-shared', line: 3, column: 'Salle', value: 'B204', personal: false }]);
  });

  test('of another site or another establishment is another room', () => {
    const { faults, notices } = readRowsUnderHeadings(
      row(),
      row({ Site: 'Annexe', ...mael }),
      row({ 'Code postal': '76000', 'Prénom de l’enseignant (examinateur)': 'Paul' }),
    );
    expect([...faults, ...notices]).toEqual([]);
  });
});

describe('across zones', () => {
  test('overlaps are judged by instants: 08:30 in Réunion is over when it is 08:30 in Rouen', () => {
    expect(readRowsUnderHeadings(row(), row({ 'Code postal': '97400' })).faults).toEqual([]);
  });

  test('a row whose postal code is at fault is compared with no other, unless the zone is given', () => {
    const table = csv(HEADINGS, row({ 'Code postal': '974' }), row({ Salle: 'B206' }));
    expect(places(readText(table))).toEqual([['postal-code-five-digits', 2, 3]]);
    expect(readText(table).plans).toHaveLength(1);
    expect(places(readText(table, { zone: 'Europe/Paris' }))).toEqual([
      ['postal-code-five-digits', 2, 3],
      ['examiner-in-overlapping-slots', 3, 10],
    ]);
  });
});
