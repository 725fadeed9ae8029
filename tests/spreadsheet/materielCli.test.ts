import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ran } from '../cli/cli.ts';
import { folder } from '../stores/support/folder.ts';
import { FORMATS, workbookOf } from './support/filled.ts';
import { typed } from './support/typed.ts';

const NAVETTE = join(import.meta.dirname, 'files', 'navette-creneaux.csv');

/** A register in which the sessions of the Navette are planned, and the first has its code. */
async function centre() {
  const home = folder();
  const db = join(home, 'record.db');
  const task = (...args: readonly string[]) => ran([...args, '--db', db]);
  const planned = await task('navette', NAVETTE);
  const sessions = [...planned.out.matchAll(/session (\S+) planifiée/g)].map(([, session = '']) => session);
  const [session = ''] = sessions;
  const say = async (type: string, data: object, of = session) => {
    const { code, err } = await ran(['handle', '--db', db], JSON.stringify({ session: of, type, data }));
    expect([code, err]).toEqual([0, expect.not.stringContaining('Refusé')]);
  };
  await say('IssueAccessCode', { accessCode: 'BCDF23' });
  return { task, session, sessions, say, at: (name: string) => join(home, name) };
}

const tabsOf = (path: string): readonly string[] => workbookOf(readFileSync(path)).tabs.map(({ name }) => name);

describe('from the « Matériel certification » to the submission', () => {
  test.each(FORMATS)('in .%s nothing is retyped: it is filled in, completed, and submitted', async (format) => {
    const { task, session, say, at } = await centre();
    const materiel = at(`materiel.${format}`);
    const written = await task('materiel', '-o', materiel);
    expect([written.code, written.out]).toEqual([0, `${materiel} : écrit, pour 4 session(s).`]);
    expect(written.err.split('\n')).toHaveLength(3);
    expect(written.err).toContain('n’a pas encore de code d’accès');
    expect(statSync(materiel).mode & 0o777).toBe(0o600);
    expect(workbookOf(readFileSync(materiel)).tabs[0]?.rows[3]?.cells.at(-1)).toEqual({ kind: 'text', text: 'BCDF23' });

    const line = [null, 'MARTIN', 'Léa', 'Rouen', '11/02/2003', null, null, '1/3'];
    writeFileSync(materiel, typed(format, readFileSync(materiel), { tab: 1, line: 1, cells: line }));
    const registered = await task('register', materiel, '--apply');
    expect([registered.code, registered.out]).toEqual([0, expect.stringContaining('MARTIN Léa (à inscrire)')]);

    await say('GiveAccessCode', { accessCode: 'BCDF23' });
    await say('CloseSession', {});
    const sheet = at(`feuille.${format}`);
    const shown = await task('sheet', session, '-o', sheet);
    expect([shown.code, shown.err]).toEqual([0, '']);
    expect(shown.out).toMatch(/feuille\.\w+ : écrit\. État du registre au rang \d+\.$/);
    const after = [...Array<null>(9).fill(null), '410200', 'X', 'Rien à signaler'];
    writeFileSync(sheet, typed(format, readFileSync(sheet), { tab: 0, line: 1, cells: after }));
    expect((await task('complete', sheet, '--apply')).code).toBe(0);
    writeFileSync(at('scan.pdf'), '%PDF-1.7 signé');
    const sent = await task('submit', '--sheet', sheet, '--scan', at('scan.pdf'));
    expect([sent.code, sent.err]).toEqual([0, '']);
  });
});

describe('the « Matériel certification » at the terminal', () => {
  test('is of the sessions that have not begun, or of those of one day', async () => {
    const { task, sessions, say, at } = await centre();
    await task('materiel', '-o', at('all.ods'));
    expect(tabsOf(at('all.ods'))).toEqual([
      'Codes d’accès',
      '14-05-2019 08h30 B204',
      '14-05-2019 08h30 B206',
      '14-05-2019 14h00 B204',
      '16-05-2019 10h00 Salle info 1',
    ]);
    const identity = { surname: 'MARTIN', firstName: 'Léa', birthDate: '2003-02-11', birthPlace: 'Rouen' };
    await say('RegisterCandidate', { identity });
    await say('GiveAccessCode', { accessCode: 'BCDF23' });
    await say('CancelSession', { reason: 'Salle en travaux' }, sessions[1]);
    for (const [name, day] of [
      ['fr.xlsx', '14/05/2019'],
      ['iso.xlsx', '2019-05-14'],
    ] as const) {
      expect((await task('materiel', '--date', day, '-o', at(name))).code).toBe(0);
      expect(tabsOf(at(name))).toEqual(['Codes d’accès', '14-05-2019 14h00 B204']);
    }
    const told = await task('materiel', '-o', at('left.ods'), '--json');
    expect(JSON.parse(told.out)).toEqual({
      file: at('left.ods'),
      sessions: [
        { session: sessions[2], hasCode: false },
        { session: sessions[3], hasCode: false },
      ],
    });
  });

  test.each([
    ['without a file', [], 'Où écrire le classeur ?'],
    ['as a PDF', ['-o', 'm.pdf'], 'Où écrire le classeur ?'],
    ['of a day on which there is none', ['--date', '15/05/2019', '-o', 'm.ods'], 'le 15 mai 2019'],
    ['of what is no day', ['--date', '31/02/2019', '-o', 'm.ods'], '--date 31/02/2019'],
    ['over a file that is there', ['-o', 'record.db.ods'], 'existe déjà'],
  ])('is not written %s', async (_, args, said) => {
    const { task, at } = await centre();
    writeFileSync(at('record.db.ods'), 'là');
    const placed = args.map((word) => (word.startsWith('m.') || word.startsWith('record') ? at(word) : word));
    const { code, out, err } = await task('materiel', ...placed);
    expect([code, out, err]).toEqual([2, '', expect.stringContaining(said)]);
    expect([existsSync(at('m.ods')), readFileSync(at('record.db.ods'), 'utf8')]).toEqual([false, 'là']);
  });
});

describe('a sheet as a workbook', () => {
  test('is told to a program with the revision that it shows', async () => {
    const { task, session, at } = await centre();
    const { out } = await task('sheet', session, '-o', at('s.xlsx'), '--json');
    expect(JSON.parse(out)).toEqual({ file: at('s.xlsx'), session, revision: expect.any(Number) });
    expect(tabsOf(at('s.xlsx'))).toEqual(['14-05-2019 08h30 B204']);
  });

  test('is not written of a session that is not known, over a file, or as a copy for paper', async () => {
    const { task, session, at } = await centre();
    const unknown = await task('sheet', 'nowhere', '-o', at('s.ods'));
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('ne connaît pas la session nowhere')]);
    const copy = await task('sheet', session, '--copy', 'signature', '-o', at('s.ods'));
    expect([copy.code, copy.err]).toEqual([2, expect.stringContaining('.pdf')]);
    await task('sheet', session, '-o', at('s.ods'));
    expect((await task('sheet', session, '-o', at('s.ods'))).err).toContain('existe déjà');
  });
});
