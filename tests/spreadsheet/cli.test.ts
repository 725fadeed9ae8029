import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ran } from '../cli/cli.ts';
import { folder } from '../stores/support/folder.ts';
import { sheetRows, tab, written } from './support/filled.ts';

const file = (name: string): string => join(import.meta.dirname, 'files', name);

/** A register in which the sessions of the Navette are planned; each task on it. */
async function centre(navette = 'navette-creneaux.ods') {
  const home = folder();
  const db = join(home, 'record.db');
  const task = (...args: readonly string[]) => ran([...args, '--db', db]);
  const say = async (command: object) => {
    const { code, err } = await ran(['handle', '--db', db, '--as', 'examiner:lefevre'], JSON.stringify(command));
    expect([code, err]).toEqual([0, expect.not.stringContaining('Refusé')]);
  };
  const planned = await task('navette', file(navette));
  const [session = ''] = /n[0-9a-f]{8}-4/.exec(planned.out) ?? [];
  const history = async (): Promise<readonly { type: string; data: Record<string, unknown> }[]> =>
    JSON.parse((await task('history', session, '--json')).out);
  return {
    home,
    task,
    session,
    history,
    types: async () => (await history()).map(({ type }) => type),
    async hold() {
      await say({ session, type: 'IssueAccessCode', data: { accessCode: 'BCDF23' } });
      await say({ session, type: 'GiveAccessCode', data: { accessCode: 'BCDF23' } });
      await say({ session, type: 'CloseSession', data: {} });
    },
    explain: (data: object) => say({ session, type: 'ExplainMissingEndScreen', data }),
  };
}

describe('from the Navette to the submission', () => {
  test('a session is planned, registered, completed and submitted from the files that the teacher filled in', async () => {
    const { home, task, session, types, history, hold } = await centre();
    const shown = await task('register', file('feuille-inscrite.ods'));
    expect([shown.code, shown.err]).toEqual([0, '']);
    expect(shown.out).toContain(
      `Session ${session} (onglet « Session 1 ») :\n  MARTIN Léa (à inscrire)\n    Nom (B11) : « MARTIN » sur la feuille — nouveau`,
    );
    expect(shown.out).toContain('Rien n’est enregistré : ajouter --apply');
    expect(await types()).not.toContain('CandidateRegistered');

    expect((await task('register', file('feuille-inscrite.ods'), '--apply')).code).toBe(0);
    expect((await types()).filter((type) => type === 'CandidateRegistered')).toHaveLength(12);
    const again = await task('register', file('feuille-inscrite.xlsx'), '--apply');
    expect([again.code, again.out]).toEqual([
      0,
      `Session ${session} (onglet « Session 1 ») : la feuille dit ce que dit le registre.`,
    ]);

    await hold();
    const scan = join(home, 'scan.pdf');
    writeFileSync(scan, '%PDF-1.7 signé');
    const early = await task('submit', '--sheet', file('feuille-completee.ods'), '--scan', scan);
    expect([early.code, early.out]).toEqual([1, expect.stringContaining('« 410200 » sur la feuille')]);
    expect(early.err).toContain('Refusé : la feuille ne dit pas ce que dit le registre');

    expect((await task('complete', file('feuille-completee.xlsx'), '--apply')).code).toBe(0);
    const added = (await types()).filter((type) => !['CandidateRegistered', 'ExaminerAdded'].includes(type));
    expect(added.filter((type) => type === 'CertificationNumberRecorded')).toHaveLength(11);
    expect(added.filter((type) => type === 'EndScreenSeen')).toHaveLength(10);
    expect(added).toContain('EndScreenNotSeen');
    expect(added).toContain('CandidateAbsent');

    const sent = await task('submit', '--sheet', file('feuille-completee.ods'), '--scan', scan);
    expect([sent.code, sent.err]).toEqual([0, '']);
    expect((await history()).at(-1)).toMatchObject({
      type: 'SheetSubmitted',
      data: {
        digitalSheet: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet' },
        signedScan: { mediaType: 'application/pdf', bytes: 15 },
      },
    });
    const twice = await task('submit', '--sheet', file('feuille-completee.ods'), '--scan', scan);
    expect([twice.code, (await types()).filter((type) => type === 'SheetSubmitted')]).toEqual([0, ['SheetSubmitted']]);
  });

  test('a sheet that differs from the record is submitted only by somebody who says so', async () => {
    const { home, task, types, hold } = await centre();
    await task('register', file('feuille-inscrite.ods'), '--apply');
    await hold();
    await task('complete', file('feuille-completee.ods'), '--apply');
    const scan = join(home, 'scan.png');
    writeFileSync(scan, Buffer.from([0x89, 0x50, 0x4e, 0x47]));
    const refused = await task('submit', '--sheet', file('feuille-inscrite.ods'), '--scan', scan, '--json');
    expect([refused.code, JSON.parse(refused.out)]).toMatchObject([1, { kind: 'refused', faults: [] }]);
    expect((await task('submit', '--sheet', file('feuille-inscrite.ods'), '--scan', scan, '--anyway')).code).toBe(0);
    expect((await types()).at(-1)).toBe('SheetSubmitted');
  });

  test('what is noted later than the close may be told when it happened', async () => {
    const { task, history, hold } = await centre();
    await task('register', file('feuille-inscrite.ods'), '--apply');
    await hold();
    const wrong = await task('complete', file('feuille-completee.ods'), '--at', '07:00');
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('[after-the-start]')]);
    const unread = await task('complete', file('feuille-completee.ods'), '--at', 'tantôt');
    expect([unread.code, unread.err]).toEqual([2, expect.stringContaining('--at tantôt')]);
    expect((await history()).some(({ type }) => type === 'CertificationNumberRecorded')).toBe(false);
  });

  test('a program is told the same in JSON', async () => {
    const { task, session, hold } = await centre('navette-creneaux.xlsx');
    const shown = JSON.parse((await task('register', file('feuille-inscrite.ods'), '--json')).out);
    expect(shown).toMatchObject({
      faults: [],
      blank: [],
      differences: [{ session, tab: 'Session 1', changes: expect.any(Array) }],
    });
    const applied = JSON.parse((await task('register', file('feuille-inscrite.ods'), '--apply', '--json')).out);
    expect(applied).toMatchObject({ answers: [{ kind: 'accepted', session }] });
    await hold();
    const scan = file('feuille-inscrite.ods');
    const refused = await task('submit', '--sheet', file('feuille-completee.ods'), '--scan', scan, '--json');
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('un scan est un PDF')]);
  });
});

describe('what is wrong', () => {
  test('with one cell of one tab leaves the record as it was, and is told with file, tab and cell', async () => {
    const { home, task, types } = await centre();
    const path = join(home, 'feuille.ods');
    const rows = sheetRows({}, { surname: 'PETIT', extraTime: 'oui', email: 'petit' });
    rows[1] = ['Établissement', 'Lycée Marie-Curie'];
    writeFileSync(path, await written('ods', tab(rows)));
    const { code, err } = await task('register', path, '--apply');
    expect(code).toBe(1);
    expect(err.split('\n')).toEqual([
      expect.stringMatching(
        /^Refusé : feuille\.ods, onglet « Session 1 », cellule F12 : .+ « petit » \[e-mail-readable\]$/,
      ),
      expect.stringMatching(
        /^Refusé : feuille\.ods, onglet « Session 1 », cellule H12 : .+ « oui » \[extra-time-readable\]$/,
      ),
      'Rien n’est repris au registre.',
    ]);
    expect(await types()).not.toContain('CandidateRegistered');
  });

  test('with the file as a whole is told too, and makes no register', async () => {
    const home = folder();
    const db = join(home, 'record.db');
    const old = join(home, 'feuille.ods');
    writeFileSync(old, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]));
    const navette = await ran(['navette', old, '--db', db]);
    expect([navette.code, navette.err]).toEqual([
      1,
      expect.stringMatching(/^Refusé : feuille\.ods : .+ \[file-is-old-excel\]$/),
    ]);
    const json = await ran(['navette', old, '--db', db, '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ kind: 'refused', faults: [{ rule: 'file-is-old-excel' }] });
    expect((await ran(['register', old, '--db', db])).code).toBe(2);
    expect((await ran(['submit', '--db', db])).code).toBe(2);
    expect(existsSync(db)).toBe(false);
  });
});
