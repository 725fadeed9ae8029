import type { CellValue } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readSheets } from '../../src/adapters/spreadsheet/index.ts';
import { HEAD, tab, workbookOf, written } from './support/filled.ts';

const sheet = async (headings: readonly string[], ...cells: readonly CellValue[]) =>
  readSheets(workbookOf(await written('xlsx', tab([...HEAD.map((row) => [...row]), [...headings], [...cells]]))));

const one = async (headings: readonly string[], ...cells: readonly CellValue[]) => {
  const { sheets, faults } = await sheet(headings, ...cells);
  expect(faults).toEqual([]);
  return { version: sheets[0]?.version, line: sheets[0]?.lines[0] };
};

test('the first version is known by its headings, whatever their case, accents, spaces and line breaks', async () => {
  const headings = [
    '  NOM ',
    'prenom',
    'LIEU DE\nNAISSANCE',
    'Date de naissance\r\n(format : jj/mm/aaaa)',
    'Ecran de fin de test vu',
    'Commentaires / Signalements (test non achevé, incident technique, fraude, etc.)',
  ];
  const { version, line } = await one(headings, 'MARTIN', 'Léa', 'Rouen', '11/02/2003', 'X', 'RAS');
  expect([version, line?.endScreen, line?.comments]).toEqual(['1.0', 'seen', 'RAS']);
});

test('later versions ask for the birth place in parts, which the record keeps as one text', async () => {
  const first = ['Prénom', 'Date de naissance'];
  const candidate = ['Léa', '11/02/2003'];
  const town = await one(['NOM', ...first, 'Commune de naissance'], 'MARTIN', ...candidate, 'Rouen');
  expect([town.version, town.line?.identity.birthPlace]).toEqual(['1.1', 'Rouen']);
  const parts = ['Commune de naissance', 'Code du département de naissance', 'Pays de naissance'];
  const abroad = await one(['Nom de naissance', ...first, ...parts], 'MARTIN', ...candidate, 'Porto', '99', 'Portugal');
  expect([abroad.version, abroad.line?.identity.birthPlace]).toEqual(['1.2', 'Porto (99, Portugal)']);
  const mails = ['E-mail de convocation', 'E-mail du destinataire des résultats (formateur, enseignant…)'];
  const mailed = await one(
    ['* Nom de naissance', ...first, ...parts, ...mails],
    'MARTIN',
    ...candidate,
    'Rouen',
    '76',
    'FRANCE',
    'a@b.fr',
    'c@d.fr',
  );
  expect([mailed.version, mailed.line?.identity.birthPlace, mailed.line?.email]).toEqual([
    '1.4',
    'Rouen (76)',
    'a@b.fr',
  ]);
  const codes = ['* Sexe (M ou F)', 'Code Insee', 'Code postal', 'Nom de la commune', '* Pays'];
  const coded = await one(
    ['* Nom de naissance', '* Prénom', '* Date de naissance', ...codes],
    'MARTIN',
    ...candidate,
    'F',
    '76540',
    null,
    null,
    'FRANCE',
  );
  expect([coded.version, coded.line?.identity.birthPlace]).toEqual(['1.5', '76540']);
});

test('an identifier is an INE where the heading, the cell or its shape says so', async () => {
  const read = async (heading: string, written: string) =>
    (
      await one(
        ['NOM', 'Prénom', 'Lieu de naissance', 'Date de naissance', heading],
        'MARTIN',
        'Léa',
        'Rouen',
        '11/02/2003',
        written,
      )
    ).line?.identifier;
  expect(await read('Identifiant (INE)', '12')).toEqual({ kind: 'ine', value: '12' });
  expect(await read('Identifiant local', '1203456701B')).toEqual({ kind: 'local', value: '1203456701B' });
  expect(await read('Identifiant local / INE', '1203456701B')).toEqual({ kind: 'ine', value: '1203456701B' });
  expect(await read('Identifiant', 'E-42')).toEqual({ kind: 'local', value: 'E-42' });
  expect(await read('Identifiant', 'INE 12')).toEqual({ kind: 'ine', value: '12' });
});

test('a version that nobody knows is refused with what was found and what is known', async () => {
  const { sheets, faults } = await sheet(
    ['NOM', 'Prénom', 'Date de naissance', 'Lieu de naissance', 'Groupe sanguin'],
    'MARTIN',
    'Léa',
    '11/02/2003',
    'Rouen',
    'A',
  );
  expect([sheets, faults]).toMatchObject([[], [{ rule: 'version-unknown', tab: 'Session 1', cell: 'A10' }]]);
  expect(faults[0]?.fr).toContain('« Groupe sanguin »');
  expect(faults[0]?.fr).toContain('1.0 (NOM, Prénom, Lieu de naissance');
  const short = await sheet(['NOM', 'Prénom', 'Date de naissance'], 'MARTIN', 'Léa', '11/02/2003');
  expect(short.faults).toMatchObject([
    { rule: 'version-unknown', fr: expect.stringContaining('« NOM », « Prénom », « Date de naissance »') },
  ]);
});

test('a heading that stands twice is refused: which of the two is meant cannot be known', async () => {
  const { faults } = await sheet(
    ['NOM', 'Prénom', 'Lieu de naissance', 'Date de naissance', 'nom'],
    'MARTIN',
    'Léa',
    'Rouen',
    '11/02/2003',
    'PETIT',
  );
  expect(faults).toMatchObject([{ rule: 'heading-twice', cell: 'E10', fr: expect.stringContaining('A10') }]);
});
