import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readNavette } from '../../src/adapters/navette/index.ts';

const LYCEE = {
  name: 'Lycée Marie-Curie',
  address: '12 rue des Lilas',
  postalCode: '76300',
  city: 'Sotteville-lès-Rouen',
};
const anneSophie = { id: 'lefevre.anne-sophie', name: { surname: 'Lefèvre', firstName: 'Anne-Sophie' } };
const ousmane = { id: 'ndiaye.ousmane', name: { surname: "N'Diaye", firstName: 'Ousmane' } };
const mael = { id: 'le-goff.mael', name: { surname: 'Le Goff', firstName: 'Maël' } };

const slot = (date: string, start: string, end: string, site: string, room: string) => ({
  ...{ date, start, end, zone: 'Europe/Paris', site, room },
  startsAt: Date.parse(`${date}T${start}:00+02:00`),
  endsAt: Date.parse(`${date}T${end}:00+02:00`),
});

test('the Navette that the teacher completed gives its four sessions, and nothing to say about it', () => {
  const bytes = readFileSync(new URL('navette-creneaux.csv', import.meta.url));
  const main = 'Bâtiment principal';
  expect(readNavette(bytes, { fileName: 'navette-creneaux.csv' })).toEqual({
    plans: [
      {
        line: 4,
        establishment: LYCEE,
        slot: slot('2019-05-14', '08:30', '10:30', main, 'B204'),
        examiners: [anneSophie],
      },
      { line: 5, establishment: LYCEE, slot: slot('2019-05-14', '08:30', '10:30', main, 'B206'), examiners: [ousmane] },
      {
        line: 6,
        establishment: LYCEE,
        slot: slot('2019-05-14', '14:00', '16:00', main, 'B204'),
        examiners: [anneSophie],
      },
      {
        line: 7,
        establishment: LYCEE,
        slot: slot('2019-05-16', '10:00', '12:30', 'Annexe Pasteur', 'Salle info 1'),
        examiners: [mael],
      },
    ],
    faults: [],
    notices: [],
  });
});
