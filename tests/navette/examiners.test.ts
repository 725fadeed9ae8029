import { describe, expect, test } from 'vitest';
import { csv, HEADINGS, places, readRowsUnderHeadings, readText, row, wholeName, wholeNameRow } from './reading.ts';

const people = (reading: ReturnType<typeof readText>): (readonly string[])[] =>
  reading.plans.map(({ examiners }) => examiners.map(({ id, name }) => `${id}: ${name.surname}, ${name.firstName}`));

const later = { 'Heure de début': '14:00', 'Heure de fin': '16:00' };

describe('Nom et prénom de l’enseignant (examineur)', () => {
  test('several examiners of a session are separated by "et" or a slash', () => {
    const reading = readText(csv(wholeName(), wholeNameRow('LEFÈVRE Anne-Sophie et LE GOFF Maël / N’DIAYE Ousmane')));
    expect(reading.faults).toEqual([]);
    expect(people(reading)).toEqual([
      ['lefevre.anne-sophie: LEFÈVRE, Anne-Sophie', 'le-goff.mael: LE GOFF, Maël', 'ndiaye.ousmane: N’DIAYE, Ousmane'],
    ]);
  });

  test('surnames and first names in two columns go together in their order', () => {
    const reading = readRowsUnderHeadings(
      row({
        'Nom de l’enseignant (examinateur)': 'Lefèvre / Le Goff',
        'Prénom de l’enseignant (examinateur)': 'Anne-Sophie et Maël',
      }),
    );
    expect(people(reading)).toEqual([['lefevre.anne-sophie: Lefèvre, Anne-Sophie', 'le-goff.mael: Le Goff, Maël']]);
  });

  test.each([
    ['Lefèvre / Le Goff', 'Anne-Sophie', 10],
    ['Lefèvre /', 'Anne-Sophie / Maël', 10],
    ['Lefèvre et', 'Anne-Sophie / Maël', 10],
    ['Lefèvre', 'Anne; Sophie', 11],
    ['Lefèvre & Le Goff', 'Anne-Sophie', 10],
  ])('it is not clear who %s and %s are', (surname, firstName, column) => {
    const changes = {
      'Nom de l’enseignant (examinateur)': surname,
      'Prénom de l’enseignant (examinateur)': firstName,
    };
    expect(places(readRowsUnderHeadings(row(changes)))).toEqual([['examiners-ambiguous', 2, column]]);
  });

  test.each(['DUPONT Jean, LE GOFF Maël', 'DUPONT Jean; LE GOFF Maël', 'DUPONT Jean & LE GOFF Maël', 'DUPONT Jean /'])(
    'it is not clear how many examiners "%s" are',
    (name) => {
      expect(places(readText(csv(wholeName(), wholeNameRow(name))))).toEqual([['examiners-ambiguous', 2, 10]]);
    },
  );

  test.each(['Lefèvre', 'LEFÈVRE Anne-Sophie / Maël'])('"%s" lacks a surname or a first name', (name) => {
    const reading = readText(csv(wholeName(), wholeNameRow(name)));
    expect(reading.faults).toMatchObject([{ code: 'examiner-name-two-parts', value: name, personal: true }]);
  });

  test('a surname that had to be guessed is a notice, and the value is marked as personal', () => {
    const { notices, faults } = readText(csv(wholeName(), wholeNameRow('Le Goff Maël')));
    expect(faults).toEqual([]);
    expect(notices).toMatchObject([{ code: 'examiner-name-guessed', value: 'Le Goff Maël', personal: true }]);
  });

  test.each([
    ['Nom de l’enseignant (examinateur)', 10],
    ['Prénom de l’enseignant (examinateur)', 11],
  ] as const)('what the domain refuses of the column "%s" is reported there', (heading, column) => {
    const reading = readRowsUnderHeadings(row({ [heading]: 'A'.repeat(101) }));
    expect(places(reading)).toEqual([['text-too-long', 2, column]]);
    expect(reading.faults).toMatchObject([{ personal: true }]);
  });

  test('what the domain refuses of a whole name is reported in its column', () => {
    const reading = readText(csv(wholeName(), wholeNameRow(`LEFÈVRE ${'A'.repeat(101)}a`)));
    expect(places(reading)).toEqual([['text-too-long', 2, 10]]);
  });

  test('half of a name is a missing cell', () => {
    const reading = readRowsUnderHeadings(row({ 'Prénom de l’enseignant (examinateur)': '' }));
    expect(places(reading)).toEqual([['cell-missing', 2, 11]]);
  });
});

describe('Surveillant 2', () => {
  const headings = wholeName('Surveillant 2', 'Courriel du surveillant 2');

  test('a second examiner has columns of their own, and they may be empty', () => {
    const reading = readText(
      csv(
        headings,
        wholeNameRow('LEFÈVRE Anne-Sophie', 'LE GOFF Maël', 'mael.legoff@example.org'),
        wholeNameRow('LEFÈVRE Anne-Sophie').map((cell) => (cell === 'B204' ? 'B206' : cell)),
      ).replace('14/05/2019', '15/05/2019'),
    );
    expect(reading.faults).toEqual([]);
    expect(people(reading)).toEqual([
      ['lefevre.anne-sophie: LEFÈVRE, Anne-Sophie', 'mael.legoff@example.org: LE GOFF, Maël'],
      ['lefevre.anne-sophie: LEFÈVRE, Anne-Sophie'],
    ]);
  });

  test('an identifier without the name of its bearer is a missing cell', () => {
    const reading = readText(csv(headings, wholeNameRow('LEFÈVRE Anne-Sophie', '', 'mael.legoff@example.org')));
    expect(places(reading)).toContainEqual(['cell-missing', 2, 11]);
  });

  test('nobody is twice in the same row', () => {
    const reading = readText(csv(headings, wholeNameRow('LEFÈVRE Anne-Sophie', 'Lefevre Anne-Sophie')));
    expect(places(reading)).toEqual([['examiner-twice', 2, 11]]);
  });
});

describe('the identity of an examiner', () => {
  const headings = [...HEADINGS, 'Identifiant de l’enseignant'];

  test('the same person has the same identity in the whole file, however the name is typed', () => {
    const reading = readText(
      csv(
        headings,
        [...row(), ''],
        [...row({ ...later, 'Nom de l’enseignant (examinateur)': ' LEFEVRE' }), 'A.Lefevre@example.org'],
      ),
    );
    expect(reading.plans.map(({ examiners }) => examiners[0]?.id)).toEqual([
      'a.lefevre@example.org',
      'a.lefevre@example.org',
    ]);
  });

  test('two people of the same name are told apart by their identifiers', () => {
    const reading = readText(csv(headings, [...row(), 'E-01'], [...row({ Salle: 'B206' }), 'E-02']));
    expect(reading.faults).toEqual([]);
    expect(reading.plans.map(({ examiners }) => examiners[0]?.id)).toEqual(['E-01', 'E-02']);
  });

  test('which of two namesakes is meant has to be said', () => {
    const third = [...row({ Salle: 'B207' }), ''];
    const reading = readText(csv(headings, [...row(), 'E-01'], [...row({ Salle: 'B206' }), 'E-02'], third));
    expect(places(reading)).toEqual([['examiner-identity-ambiguous', 4, 12]]);
  });

  test('which of two namesakes is meant is asked in the column of the name where there is none for the identifier', () => {
    const table = [wholeName('Surveillant 2', 'Identifiant du surveillant 2')];
    const rooms = ['B204', 'B206', 'B207'].map((room) => (cell: string) => (cell === 'B204' ? room : cell));
    const names = [
      ['DUPONT Jean', 'LEFÈVRE Anne', 'E-01'],
      ['DURAND Paul', 'LEFÈVRE Anne', 'E-02'],
      ['LEFÈVRE Anne', '', ''],
    ] as const;
    const rows = names.map(([name, ...others], at) => wholeNameRow(name, ...others).map(rooms[at] ?? String));
    expect(places(readText(csv(...table, ...rows)))).toEqual([['examiner-identity-ambiguous', 4, 10]]);
  });

  test('an identifier has no spaces in it; it is at fault where it stands, and the other rows of this name are read', () => {
    const reading = readText(csv(headings, [...row(), 'poste 12'], [...row(later), '']));
    expect(places(reading)).toEqual([['examiner-identity', 2, 12]]);
    expect(reading.plans).toMatchObject([{ line: 3, examiners: [{ id: 'lefevre.anne-sophie' }] }]);
    expect(reading.faults).toMatchObject([{ value: 'poste 12', personal: true }]);
  });

  test('a name of which no identifier can be made needs one', () => {
    const reading = readRowsUnderHeadings(row({ 'Nom de l’enseignant (examinateur)': '...' }));
    expect(places(reading)).toEqual([['examiner-identity', 2, 10]]);
  });

  test('there are as many identifiers as examiners', () => {
    const several = row({
      'Nom de l’enseignant (examinateur)': 'Lefèvre / Le Goff',
      'Prénom de l’enseignant (examinateur)': 'Anne-Sophie / Maël',
    });
    expect(places(readText(csv(headings, [...several, 'E-01'])))).toEqual([['examiners-ambiguous', 2, 12]]);
    expect(readText(csv(headings, [...several, 'E-01 / E-02'])).plans[0]?.examiners.map(({ id }) => id)).toEqual([
      'E-01',
      'E-02',
    ]);
  });
});
