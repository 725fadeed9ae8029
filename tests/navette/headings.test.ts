import { describe, expect, test } from 'vitest';
import { meaningOf } from '../../src/adapters/navette/headings.ts';
import { csv, HEADINGS, places, readText, row } from './reading.ts';

test.each([
  ['Établissement', 'establishment', 1],
  ["Nom de l'établissement", 'establishment', 1],
  ['Adresse', 'address', 1],
  ['CODE POSTAL', 'postalCode', 1],
  ['  ville ', 'city', 1],
  ['Date (au format jj/mm/aaaa)', 'date', 1],
  ['Date (jj/mm/aaaa', 'date', 1],
  ['* Date de début (format: JJ/MM/AAAA)', 'date', 1],
  ['Heure de\ndebut', 'start', 1],
  ['* Heure de début (heure locale format: HH:MM)', 'start', 1],
  ['Heure\u00a0de fin', 'end', 1],
  ['* Nom du site', 'site', 1],
  ['N° de salle', 'room', 1],
  ['Nom et prénom de l’enseignant (examineur)', 'examiner', 1],
  ["NOM ET PRENOM DE L'EXAMINEUR", 'examiner', 1],
  ['Surveillant(s)', 'examiner', 1],
  ['Enseignante / Examinatrice', 'examiner', 1],
  ['Surveillant 2', 'examiner', 2],
  ['Nom de l’examinateur', 'surname', 1],
  ['Prénom du surveillant 3', 'firstName', 3],
  ['Identifiant de l’enseignant', 'identity', 1],
  ['Courriel du surveillant', 'identity', 1],
  ['Adresse électronique de l’enseignant', 'identity', 1],
  ['Courriel de l’enseignant 2', 'identity', 2],
])('the heading %j gives the field %s of rank %i', (heading, field, rank) => {
  expect(meaningOf(heading)).toEqual({ field, rank });
});

test.each(['', '2', 'Nom', 'Salle 2', 'Surveillant 10', 'Observations', '(jj/mm/aaaa)'])(
  'the heading "%s" is none of the Navette’s',
  (heading) => {
    expect(meaningOf(heading)).toBeNull();
  },
);

describe('the line of headings', () => {
  test('an unknown heading is reported where it stands, and the rows are read without it', () => {
    const { plans, faults } = readText(csv([...HEADINGS, 'Observations'], [...row(), 'RAS']));
    expect(faults).toMatchObject([
      { code: 'heading-unknown', line: 1, column: 'Observations', columnNumber: 12, value: 'Observations' },
    ]);
    expect(plans).toHaveLength(1);
  });

  test.each(HEADINGS.map((heading, at) => [heading, at] as const))(
    'without the column "%s" nothing can be planned, and that is said once',
    (_, missing) => {
      const table = [HEADINGS, row(), row({ 'Heure de début': '14:00', 'Heure de fin': '16:00' })];
      const reading = readText(csv(...table.map((cells) => cells.filter((_cell, at) => at !== missing))));
      expect(places(reading)).toEqual([['heading-missing', 1, null]]);
      expect(reading.plans).toEqual([]);
    },
  );

  test('without any column for the examiner, the procedure’s own heading is asked for', () => {
    const { faults } = readText(csv(HEADINGS.slice(0, 9), row().slice(0, 9)));
    expect(faults.map(({ fr }) => fr)).toEqual([
      'La colonne « Nom et prénom de l’enseignant (examinateur) » manque. Ajoutez-la avec ce titre.',
    ]);
  });

  test('half the name of a second examiner is a missing heading too', () => {
    const { faults, plans } = readText(csv([...HEADINGS, 'Prénom du surveillant 2'], [...row(), 'Maël']));
    expect(faults.map(({ en }) => en)).toEqual([
      'The column "Nom de l’enseignant (examinateur) 2" is missing. Add it with this heading.',
    ]);
    expect(plans).toEqual([]);
  });

  test('a heading that stands twice is reported on the second, which names the first, and nothing is planned', () => {
    const { faults, plans } = readText(csv([...HEADINGS, 'Nom de la salle'], [...row(), 'B206']));
    expect(faults).toMatchObject([
      { code: 'heading-duplicated', line: 1, column: 'Nom de la salle', columnNumber: 12 },
    ]);
    expect(faults[0]?.en).toContain('Column 9');
    expect(plans).toEqual([]);
  });

  test('a whole name beside a surname gives the same thing twice', () => {
    expect(places(readText(csv([...HEADINGS, 'Surveillant'], [...row(), 'LE GOFF Maël'])))).toEqual([
      ['heading-duplicated', 1, 12],
    ]);
  });

  test('a file without headings says which ones are expected', () => {
    const { faults, plans } = readText(csv(row()));
    expect(faults).toMatchObject([
      { code: 'heading-row-missing', line: 1, column: null, columnNumber: null, value: '' },
    ]);
    expect(faults[0]?.fr).toContain('Établissement, Adresse, Code postal');
    expect(plans).toEqual([]);
  });

  test('two words of a title that are also headings do not make it the line of headings', () => {
    const { plans, faults } = readText(csv(['Site :', 'Date'], ['Date', 'Salle'], [], HEADINGS, row()));
    expect(faults).toEqual([]);
    expect(plans).toMatchObject([{ line: 5 }]);
  });

  test('headings without any row under them plan nothing', () => {
    expect(places(readText(csv(['Navette'], HEADINGS, ['', ' ', ''])))).toEqual([['row-missing', 2, null]]);
  });
});
