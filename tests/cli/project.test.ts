import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { readingRegister } from '../../src/adapters/cli/place.ts';
import { bar } from '../../src/adapters/cli/progress.ts';
import { run } from '../../src/adapters/cli/run.ts';
import { openSqliteStore, openSqliteViews } from '../../src/adapters/sqlite/index.ts';
import { project, READ_MODELS, resultsModel } from '../../src/projections/index.ts';
import { folder } from '../stores/support/folder.ts';
import { plan } from '../support/asked.ts';
import { MAIN, ran } from './cli.ts';
import { addForged } from './forged.ts';

/** A register of the demonstration in a folder of its own, with a session whose results were sent. */
async function demo() {
  const at = folder();
  const db = join(at, 'day.db');
  await ran(['demo', '--db', db]);
  const agenda = await readingRegister(db, (register) => register.agenda());
  const { header: { session } = { session: '' } } = agenda.find(({ lifecycle }) => lifecycle === 'resultsSent') ?? {};
  const show = (...args: readonly string[]) => ran([...args, '--db', db]);
  return { at, db, views: `${db}.views`, session, show };
}

/** All bytes of the files of the views, as text. */
const bytesOf = (views: string): string =>
  ['', '-wal', '-shm']
    .map((end) => `${views}${end}`)
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'latin1'))
    .join('');

/** As it stands in a file of UTF-8 that is read byte by byte. */
const written = (name: string): string => Buffer.from(name).toString('latin1');

const stateOf = async (show: (...args: readonly string[]) => ReturnType<typeof ran>, ...args: readonly string[]) =>
  JSON.parse((await show('project', '--json', ...args)).out) as { model: string; state: string; stopped: unknown }[];

describe('The views of a register', () => {
  test('are made, kept up to date, and say how they are', async () => {
    const { db, views, show } = await demo();
    const first = await show('project');
    expect(first).toMatchObject({ code: 0, err: '' });
    for (const { name } of READ_MODELS)
      expect(first.out).toMatch(new RegExp(`^${name} +│ servie │ \\d+ +│ à jour`, 'm'));
    await ran(['handle', '--db', db], JSON.stringify(plan('later')));
    expect((await show('project')).code).toBe(0);
    const opened = openSqliteViews(views);
    const found = await opened.query('agenda', { status: 'planned' });
    expect(found?.rows.map(({ stream }) => stream)).toEqual(['session-later']);
    await opened.close();
  });

  test('hold the rows that the record makes, and are for their owner alone', async () => {
    const { db, views, session, show } = await demo();
    await show('project', 'results');
    const history = await readingRegister(db, (register) => register.history(session));
    const opened = openSqliteViews(views);
    const rows = (await opened.query('results'))?.rows ?? [];
    expect(rows.find(({ stream }) => stream === `session-${session}`)?.row).toEqual(project(resultsModel.row, history));
    expect((await opened.all()).map(({ model }) => model)).toEqual(['results']);
    await opened.close();
    expect(statSync(views).mode & 0o077).toBe(0);
  });

  test('can be made anew at any time, and whoever watches is told how far it is', async () => {
    const { db, views, show } = await demo();
    await show('project');
    rmSync(views);
    const told: string[] = [];
    const quiet = () => {};
    const io = { out: quiet, err: quiet, input: async () => '', progress: (line: string) => void told.push(line) };
    expect(await run(['project', '--db', db], io)).toBe(0);
    expect(await run(['project', 'board', '--rebuild', '--db', db], io)).toBe(0);
    const { length } = (await openSqliteStore(db).readAll({ limit: 10_000 })) ?? [];
    expect(told).toContain(`${bar(length, length)} événements, vue agenda`);
    expect(told.filter((line) => line.endsWith('vue board')).length).toBeGreaterThan(1);
  });

  test('stand still before an event that nobody can read, say so, and get no further by trying again', async () => {
    const { db, session, show } = await demo();
    await show('project');
    await addForged(db, session, 'AccessCodeIssued', 99);
    const { code, out } = await show('project');
    expect([code, out.includes('arrêtée')]).toEqual([1, true]);
    const stopped = (await stateOf(show)).filter(({ state }) => state === 'stopped');
    expect(stopped.length).toBeGreaterThan(0);
    for (const { stopped: why } of stopped) expect(why).not.toBeNull();
    expect((await show('project', '--rebuild')).code).toBe(1);
  });

  test('are not made without the keys, nor of what is no register or no view', async () => {
    const { db, views, show } = await demo();
    const unknown = await show('project', 'agenda', 'agendas');
    expect([unknown.code, unknown.err]).toEqual([
      2,
      expect.stringContaining('« agendas » n’est pas une vue : agenda,'),
    ]);
    rmSync(`${db}.keys`);
    const { code, err } = await show('project');
    expect([code, err]).toEqual([2, expect.stringContaining('clés')]);
    expect(existsSync(views)).toBe(false);
    const at = folder();
    expect((await ran(['project', '--db', join(at, 'none.db')])).code).toBe(2);
    expect(readdirSync(at)).toEqual([]);
  });

  test('follow the record until somebody has had enough', async () => {
    const { db, views } = await demo();
    const child = spawn(process.execPath, [MAIN, 'project', '--follow', '--db', db]);
    const out = text(child.stdout);
    const [said] = (await once(child.stderr, 'data')) as [Buffer];
    expect(String(said)).toContain('Ctrl-C');
    await ran(['handle', '--db', db], JSON.stringify(plan('later')));
    const opened = openSqliteViews(views);
    await expect
      .poll(async () => (await opened.query('agenda', { status: 'planned' }))?.rows.map(({ stream }) => stream))
      .toEqual(['session-later']);
    await opened.close();
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(await out).toContain('à jour');
  });
});

describe('An erasure reaches the views at once', () => {
  /** The surname of the first candidate of a session. */
  const surnameIn = (db: string, session: string): Promise<string> =>
    readingRegister(db, async (register) => {
      const [line] = (await register.sheet(session)).lines;
      if (line === undefined || 'erased' in line.identity) throw new Error('somebody is registered');
      return line.identity.surname;
    });

  const ways: readonly (readonly [string, (db: string, session: string) => Promise<unknown>])[] = [
    ['erase', (db, session) => ran(['erase', session, 'candidate-1', '--reason', 'Demande', '--db', db])],
    [
      'retention',
      async (db) => {
        const policy = join(folder(), 'policy.json');
        writeFileSync(policy, '{"resultsSent": 0}');
        return ran(['retention', policy, '--apply', '--db', db]);
      },
    ],
    [
      'handle',
      (db, session) => {
        const data = { person: 'candidate-1', reason: 'Demande' };
        return ran(['handle', '--db', db], JSON.stringify({ session, type: 'ErasePerson', data }));
      },
    ],
  ];

  test.each(ways)('by %s: no byte of them is left', async (_, erase) => {
    const { db, views, session, show } = await demo();
    await show('project');
    const surname = written(await surnameIn(db, session));
    expect(bytesOf(views)).toContain(surname);
    expect(await erase(db, session)).toMatchObject({ code: 0 });
    expect(bytesOf(views)).not.toContain(surname);
    expect((await stateOf(show)).map(({ state }) => state)).toEqual(['live', 'live', 'live', 'live']);
  });

  test.each([
    ['of a version that nobody can read', 'AccessCodeIssued', 99],
    ['that no key opens', 'CandidateRegistered', 1],
  ])('and deletes those that stand still before an event %s, since they can be made anew', async (_, type, version) => {
    const { db, views, session, show } = await demo();
    await show('project');
    const other = (await readingRegister(db, (register) => register.agenda())).find(
      ({ header, lifecycle }) => lifecycle === 'resultsSent' && header.session !== session,
    );
    await addForged(db, String(other?.header.session), type, version);
    const { code, err } = await show('erase', session, 'candidate-1', '--reason', 'Demande');
    expect([code, err]).toEqual([0, expect.stringContaining('sont supprimées')]);
    expect(bytesOf(views)).toBe('');
  });

  test('and deletes those of models that nobody here knows', async () => {
    const { views, session, show } = await demo();
    const opened = openSqliteViews(views);
    await opened.begin('of-the-host', 1);
    await opened.close();
    const { code, err } = await show('erase', session, 'candidate-1', '--reason', 'Demande');
    expect([code, err]).toEqual([0, expect.stringContaining('sont supprimées')]);
  });

  test('and leaves alone a file that is no file of views', async () => {
    const { views, session, show } = await demo();
    writeFileSync(views, 'des vues de Rouen '.repeat(400));
    const { code, err } = await show('erase', session, 'candidate-1', '--reason', 'Demande');
    expect([code, err]).toEqual([0, expect.stringContaining('n’est pas un fichier de vues')]);
    expect(readFileSync(views, 'utf8')).toContain('des vues de Rouen');
  });

  test('and makes none where there are none', async () => {
    const { views, session, show } = await demo();
    expect((await show('erase', session, 'candidate-1', '--reason', 'Demande')).code).toBe(0);
    expect(existsSync(views)).toBe(false);
  });
});
