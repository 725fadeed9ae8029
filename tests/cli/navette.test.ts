import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { csv, HEADINGS, row } from '../navette/reading.ts';
import { contentsOf, folder } from '../stores/support/folder.ts';
import { plan } from '../support/asked.ts';
import { ran, started } from './cli.ts';

const SAMPLE = join(import.meta.dirname, '../navette/navette-creneaux.csv');

const BAD = row({ 'Code postal': 'abc', Salle: 'B205', 'Nom de l’enseignant (examinateur)': 'Petit' });

const QUIET = row({ Salle: 'B207', 'Nom de l’enseignant (examinateur)': 'Grand', 'Code postal': '1000' });

/** A Navette of these rows, and the task on it. */
function sent(...rows: readonly (readonly string[])[]) {
  const home = folder();
  const file = join(home, 'creneaux.csv');
  const db = join(home, 'record.db');
  writeFileSync(file, csv(HEADINGS, ...rows));
  const navette = (...args: readonly string[]) => ran(['navette', file, '--db', db, ...args]);
  const sessions = async () =>
    (JSON.parse((await ran(['list', '--db', db, '--json'])).out) as { header: { slot: { zone: string } } }[]).map(
      ({ header }) => header,
    );
  return { file, db, navette, sessions };
}

describe('a good Navette', () => {
  test('plans its sessions, once only, for a program that is started', async () => {
    const home = folder();
    const first = await started(home, ['navette', SAMPLE]);
    expect([first.code, first.err]).toMatchObject([0, expect.stringContaining('Attention : session')]);
    expect(first.out.trim().split('\n')).toEqual([
      expect.stringMatching(/^Ligne 4 : session n[0-9a-f]{8}-4 planifiée$/),
      expect.stringMatching(/^Ligne 5 : session n[0-9a-f]{8}-5 planifiée$/),
      expect.stringMatching(/^Ligne 6 : session n[0-9a-f]{8}-6 planifiée$/),
      expect.stringMatching(/^Ligne 7 : session n[0-9a-f]{8}-7 planifiée$/),
    ]);
    const again = await started(home, ['navette', SAMPLE]);
    expect(again).toEqual(first);
    expect(JSON.parse((await started(home, ['list', '--json'])).out)).toHaveLength(4);
  });

  test('is told in JSON where that is asked', async () => {
    const { navette } = sent(row());
    const { code, out, err } = await navette('--json');
    expect([code, err, JSON.parse(out)]).toMatchObject([0, '', { kind: 'planned', planned: [{ line: 2 }] }]);
  });

  test('is read in the zone that is named', async () => {
    const { navette, sessions } = sent(row());
    expect((await navette('--zone', 'Indian/Reunion')).code).toBe(0);
    expect(await sessions()).toMatchObject([{ slot: { zone: 'Indian/Reunion' } }]);
  });

  test('with something to note says it, with the line and the column', async () => {
    const { navette } = sent(QUIET);
    const { code, err } = await navette();
    expect(code).toBe(0);
    expect(err).toMatch(
      /^À noter : creneaux\.csv, ligne 2, colonne 3 « Code postal » : .+ « 1000 » \[postal-code-restored\]/,
    );
  });
});

describe('a Navette with a bad row', () => {
  test('plans nothing, makes no register, and says which cell to put right', async () => {
    const { db, navette } = sent(row(), BAD);
    const { code, out, err } = await navette();
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(
      /Refusé : creneaux\.csv, ligne 3, colonne 3 « Code postal » : .+ « abc » \[postal-code-five-digits\]/,
    );
    expect(err).toContain('Aucune session n’est planifiée.');
    expect(readdirSync(dirname(db))).toEqual(['creneaux.csv']);
  });

  test('plans nothing in a register that is there', async () => {
    const { file, navette, sessions } = sent(row());
    expect((await navette()).code).toBe(0);
    writeFileSync(file, csv(HEADINGS, row({ Salle: 'B206' }), BAD));
    expect((await navette()).code).toBe(1);
    expect(await sessions()).toHaveLength(1);
  });

  test('plans the good rows where that is asked, and still ends with 1', async () => {
    const { navette, sessions } = sent(row(), BAD);
    const { code, out, err } = await navette('--partial');
    expect(code).toBe(1);
    expect(out).toMatch(/^Ligne 2 : session n[0-9a-f]{8}-2 planifiée$/);
    expect(err).toContain('ligne 3');
    expect(await sessions()).toHaveLength(1);
  });

  test('that is no Navette at all is refused as a whole', async () => {
    const { file, navette } = sent();
    writeFileSync(file, 'Cher collègue,\nvoici les créneaux.');
    const { code, err } = await navette();
    expect(code).toBe(1);
    expect(err).toMatch(/^Refusé : creneaux\.csv/);
    writeFileSync(file, '');
    expect((await navette()).code).toBe(1);
  });

  test('whose zone nobody knows is refused', async () => {
    const { navette } = sent(row());
    const { code, err } = await navette('--zone', 'Europe/Nulle-Part');
    expect([code, err.includes('Europe/Nulle-Part')]).toEqual([1, true]);
  });
});

test('a slot that the register holds already is refused with its line', async () => {
  const { db, navette } = sent(row());
  const slot = { date: '2019-05-14', start: '08:30', end: '10:30', zone: 'Europe/Paris', room: 'B204' };
  const establishment = { name: 'Lycée Marie-Curie', address: '12 rue', postalCode: '76300', city: 'Sotteville' };
  const planned = plan('s', { slot: { ...slot, site: 'Bâtiment principal' }, establishment });
  await ran(['handle', '--db', db], JSON.stringify(planned));
  const { code, err } = await navette();
  expect([code, err.split('\n')[0]]).toEqual([
    1,
    'Refusé : creneaux.csv, ligne 2 : La session s occupe déjà ce créneau dans le registre. [slot-already-planned]',
  ]);
});

test('a Navette that is not there, or is a folder, ends with 3 and makes no register', async () => {
  const home = folder();
  const db = join(home, 'record.db');
  for (const file of [join(home, 'absent.csv'), home]) {
    const { code, out, err } = await ran(['navette', file, '--db', db]);
    expect([code, out, err === '']).toEqual([3, '', false]);
  }
  expect(existsSync(db)).toBe(false);
  expect(contentsOf(home)).toEqual([]);
});
