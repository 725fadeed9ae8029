import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examinerOf } from '../../src/adapters/testing/arbitraries/people.ts';
import { contentsOf, folder } from '../stores/support/folder.ts';
import { plan } from '../support/asked.ts';
import { type Ran, ran, started } from './cli.ts';

/** A folder with a register in which one session is planned, its evidence file, and a pair of keys. */
async function place() {
  const home = folder();
  const at = (name: string): string => join(home, name);
  await ran(['handle', '--db', at('emargement.db')], JSON.stringify(plan('s')));
  await ran(['signing-key', at('pix')]);
  await ran(['evidence', 's', '-o', at('jury'), '--signing-key', at('pix.pem'), '--db', at('emargement.db')]);
  return { home, at, asked: (...args: readonly string[]): Promise<Ran> => started(home, args) };
}

describe('a task that reads a session', () => {
  test('says which it took: the evidence file of that name, or the session of the register', async () => {
    const { at, asked } = await place();
    expect((await asked('findings', 'jury')).out).toMatch(/^Dossier de preuve jury, session s : 2 faits lisibles\n/);
    expect((await asked('findings', 's')).out).toMatch(/^Registre emargement\.db, session s : 2 faits lisibles\n/);
    cpSync(at('jury'), at('s'));
    expect((await asked('findings', 's')).out).toMatch(/^Dossier de preuve s, /);
    expect((await asked('findings', 's', '--file')).out).toMatch(/^Dossier de preuve s, /);
    expect((await asked('findings', 's', '--db', 'emargement.db')).out).toMatch(/^Registre emargement\.db, /);
  });

  test.each([
    [['u'], 'ne connaît pas la session u'],
    [['nothing', '--file'], 'Le dossier nothing n’existe pas'],
    [['jury', '--file', '--db', 'emargement.db'], 'et non les deux'],
    [['jury', '--db', 'absent.db'], 'n’existe pas'],
  ])('%j ends with 2 and says why', async (args, said) => {
    const { asked } = await place();
    expect(await asked('findings', ...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(said) });
  });

  test('tells a file that is no evidence file from a session, where there is no register', async () => {
    const home = folder();
    writeFileSync(join(home, 'photo.jpg'), 'JFIF');
    const { code, err } = await started(home, ['replay', 'photo.jpg']);
    expect([code, err]).toEqual([2, expect.stringContaining('ne commence pas comme un dossier de preuve')]);
    const { home: other, asked } = await place();
    writeFileSync(join(other, 'photo.jpg'), 'JFIF');
    expect(await asked('replay', './photo.jpg')).toMatchObject({ code: 2, err: expect.stringContaining('--file') });
    expect(await started(home, ['replay', 'photo.jpg', '--file'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('ROMPU'),
    });
  });

  test('says first whether the seal holds, of a file by its signature, and ends with 1 where it is broken', async () => {
    const { at, asked } = await place();
    const second = async (...args: readonly string[]) => {
      const { out, code } = await asked('findings', ...args);
      return [out.split('\n')[1], code];
    };
    expect(await second('jury')).toEqual([expect.stringContaining('signature non vérifiée'), 0]);
    expect(await second('jury', '--key', 'pix.pub.pem')).toEqual([
      'Sceau : vérifié : signé par une clé de confiance, tel quel.',
      0,
    ]);
    await asked('signing-key', 'stranger');
    expect(await second('jury', '--key', 'stranger.pub.pem')).toEqual([expect.stringContaining('ROMPU'), 1]);
    writeFileSync(at('jury'), readFileSync(at('jury'), 'utf8').replace('B204', 'B205'));
    expect(await second('jury', '--key', 'pix.pub.pem')).toEqual([expect.stringContaining('ROMPU'), 1]);
  });

  test('shows the short head that is to be compared with the signed paper', async () => {
    const { asked } = await place();
    const head = (await asked('head', 's')).out.trim();
    for (const name of ['s', 'jury']) expect((await asked('replay', name)).out).toContain(`Empreinte : ${head}\n`);
  });

  test('changes nothing where it reads', async () => {
    const { home, at } = await place();
    const before = contentsOf(home);
    for (const [name, ...more] of [[at('jury')], ['s', '--db', at('emargement.db')]]) {
      for (const [task, ...asked] of [['replay'], ['diff', '0', '1'], ['findings'], ['candidate', '1']]) {
        await ran([String(task), String(name), ...asked, ...more]);
      }
    }
    expect(contentsOf(home)).toEqual(before);
  });
});

describe('a register without its keys', () => {
  test('is read all the same, and says what it does not show', async () => {
    const { home, asked } = await place();
    const hidden = folder();
    cpSync(join(home, 'emargement.db'), join(hidden, 'emargement.db'));
    const { code, out } = await started(hidden, ['replay', 's']);
    expect([code, out]).toEqual([0, expect.stringContaining('Sans clé, donc illisible ici : examinateur')]);
    expect(out).not.toContain(examinerOf(0).name.surname);
    expect((await asked('replay', 's')).out).toContain(examinerOf(0).name.surname);
  });
});

describe('what is given for comparison', () => {
  test('is a file of a kind, or the evidence file of another session', async () => {
    const { at, asked } = await place();
    writeFileSync(at('scan.pdf'), 'a scan');
    expect(await asked('findings', 'jury', '--with', 'scan=scan.pdf')).toMatchObject({
      code: 0,
      out: expect.stringContaining('document-unknown'),
    });
    expect(await asked('findings', 'jury', '--with', 'jury')).toMatchObject({ code: 0, err: '' });
    expect(await asked('findings', 'jury', '--with', 'scan.pdf')).toMatchObject({
      code: 2,
      err: expect.stringContaining('scan=FICHIER'),
    });
    expect(await asked('findings', 'jury', '--with', 'scan=absent.pdf')).toMatchObject({ code: 3 });
  });

  test('are, of a register, the sessions that have an examiner in common with the one that is read', async () => {
    const { home, asked } = await place();
    expect((await asked('findings', 's')).out).not.toContain('examiner-in-two-sessions');
    await started(home, ['handle'], JSON.stringify(plan('t')));
    expect((await asked('findings', 's')).out).toContain('examiner-in-two-sessions');
  });
});

describe('the audit page', () => {
  test.each(['s', 'jury'])('of %s is written whole, for its owner alone, and never over another file', async (name) => {
    const { at, asked } = await place();
    const { code, out, err } = await asked('audit', name, '-o', 'page.html');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('page.html : la page est écrite.');
    expect(readFileSync(at('page.html'), 'utf8')).toMatch(/^<!doctype html>/i);
    expect(statSync(at('page.html')).mode & 0o777).toBe(0o600);
    expect(await asked('audit', name, '-o', 'page.html')).toMatchObject({
      code: 2,
      err: expect.stringContaining('existe déjà'),
    });
  });

  test('of a session is signed where somebody signs', async () => {
    const { at, asked } = await place();
    await asked('audit', 's', '-o', 'page.html', '--signing-key', 'pix.pem');
    await asked('audit', 's', '-o', 'unsigned.html');
    expect(readFileSync(at('page.html'), 'utf8')).not.toContain('{"signature":null}');
    expect(readFileSync(at('unsigned.html'), 'utf8')).toContain('{"signature":null}');
  });

  test.each([
    [['audit', 's'], 'Où écrire la page'],
    [['audit', 'jury', '-o', 'x.html', '--signing-key', 'pix.pem'], 'sans --signing-key'],
  ])('%j ends with 2 and says what is wrong', async (args, said) => {
    const { asked } = await place();
    expect(await asked(...args)).toMatchObject({ code: 2, err: expect.stringContaining(said) });
  });
});
