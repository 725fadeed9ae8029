import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ran, ran } from '../cli/cli.ts';
import { hasShell, inShell } from './shell.ts';

const STORY = mkdtempSync(join(tmpdir(), 'emargement-story-'));
const at = (name: string): string => join(STORY, name);
const DB = at('sessions.db');

/** Runs a task that must end well. */
async function done(...args: readonly string[]): Promise<Ran> {
  const answer = await ran(args);
  expect([args, answer.code, answer.err]).toEqual([args, 0, '']);
  return answer;
}

/** A copy of the register and its keys, to do anything with. */
function copied(name: string): string {
  for (const end of ['', '.keys', '.master']) cpSync(DB + end, at(name) + end);
  return at(name);
}

/** The surname and first name of a candidate, as they stand on the sheet. */
async function nameOf(session: string, candidate: number): Promise<string> {
  const sheet = JSON.parse((await done('sheet', session, '--json', '--db', DB)).out) as {
    readonly lines: readonly { readonly number: number; readonly identity: { readonly surname: string } }[];
  };
  const line = sheet.lines.find(({ number }) => number === candidate);
  return line?.identity.surname ?? '';
}

let session = '';

beforeAll(async () => {
  await done('demo', '--db', DB);
  await done('signing-key', at('pix'));
  await done('root', '-o', at('root.jws'), '--signing-key', at('pix.pem'), '--db', DB);
  const agenda = JSON.parse((await done('list', '--json', '--db', DB)).out) as { header: { session: string } }[];
  session = agenda[0]?.header.session ?? '';
});

afterAll(() => rmSync(STORY, { recursive: true }));

const verified = (db: string) => ran(['verify', '--root', at('root.jws'), '--key', at('pix.pub.pem'), '--db', db]);

describe('a record whose root was published', () => {
  test('is verified against it', async () => {
    const { code, out } = await verified(DB);
    expect([code, out]).toEqual([0, expect.stringContaining('Rien n’a été modifié')]);
  });

  test.skipIf(!hasShell)('shows where somebody changed an event in the database, with its triggers gone', async () => {
    const db = copied('changed.db');
    const [revision = ''] = inShell(
      db,
      `DROP TRIGGER events_are_not_changed;
       UPDATE events SET event = replace(event, '"signature":"seen"', '"signature":"forgotten"')
         WHERE position = (SELECT min(position) FROM events
           WHERE stream = 'session-${session}' AND event LIKE '%"signature":"seen"%') RETURNING revision;`,
    ).split('\n');
    const { code, out } = await verified(db);
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`session-${session}, rang ${revision} :`));
  });

  test.skipIf(!hasShell)(
    'shows that the last session was dropped, or the file put back to an older state',
    async () => {
      const db = copied('cut.db');
      inShell(db, 'DROP TRIGGER events_are_not_deleted; DELETE FROM events WHERE position > 100;');
      const { code, out } = await verified(db);
      expect(code).toBe(1);
      expect(out).toContain('en comptait');
    },
  );

  test('is recognised by the head on a paper, and a slip of the pen is not taken for a forgery', async () => {
    const head = (await done('head', session, '--db', DB)).out;
    expect((await done('verify', '--head', head, '--db', DB)).out).not.toContain('Aucune racine');
    const slip = await ran(['verify', '--head', head.replace(/.$/, (last) => (last === '0' ? '1' : '0')), '--db', DB]);
    expect([slip.code, slip.err]).toEqual([2, expect.stringContaining('faute de frappe')]);
  });
});

describe('a pupil', () => {
  test('is given their own file, which is verified alone and speaks of nobody else', async () => {
    await done(
      'evidence',
      session,
      '-o',
      at('one'),
      '--person',
      'candidate-1',
      '--signing-key',
      at('pix.pem'),
      '--db',
      DB,
    );
    await done('evidence', session, '-o', at('jury'), '--signing-key', at('pix.pem'), '--db', DB);
    for (const file of ['one', 'jury']) await done('verify', at(file), '--key', at('pix.pub.pem'));
    const texts = ['one', 'jury'].map((file) => readFileSync(at(file), 'utf8'));
    const keys = texts.map((text) => (JSON.parse(text.split('\n')[1] ?? '') as { keys: { person: string }[] }).keys);
    expect(keys[0]?.map(({ person }) => person)).toEqual(['candidate-1']);
    expect(keys[1]?.length).toBeGreaterThan(5);
    for (const candidate of [1, 2, 3, 4]) expect(texts[0]).not.toContain(await nameOf(session, candidate));
  });

  test('is erased: the name is gone, the seal and the published root hold, and the others’ PV is what it was', async () => {
    const surname = await nameOf(session, 3);
    const before = (await done('pv', session, '--db', DB)).out;
    expect(before).toContain(surname);
    const reason = ['--reason', 'Demande de la famille'];
    await done('erase', session, 'candidate-3', ...reason, '--db', DB);
    expect((await verified(DB)).code).toBe(0);
    const after = (await done('pv', session, '--db', DB)).out;
    expect(after).not.toContain(surname);
    const unchanged = (text: string): readonly string[] =>
      text
        .replaceAll(/ +/g, ' ')
        .split('\n')
        .filter((line) => line.startsWith('1 │'));
    expect(unchanged(after)).toEqual(unchanged(before));
    for (const end of ['', '.keys']) expect(readFileSync(DB + end).includes(surname)).toBe(false);
    const again = await ran(['erase', session, 'candidate-3', ...reason, '--db', DB]);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('person-not-erased')]);
  });
});
