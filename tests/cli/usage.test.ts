import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TASKS } from '../../src/adapters/cli/tasks.ts';
import { contentsOf, folder } from '../stores/support/folder.ts';
import { MAIN, ran, started } from './cli.ts';

const NAMES = Object.keys(TASKS);

describe('a command line that is not understood', () => {
  test.each([
    [['bogus'], 'bogus'],
    [['toString'], 'toString'],
    [['--json'], '--json'],
    [['list', 'too', 'many'], 'Usage : emargement list'],
    [['sheet'], 'Usage : emargement sheet SESSION'],
    [['sheet', 's', 't'], 'Usage : emargement sheet SESSION'],
    [['navette'], 'Usage : emargement navette FICHIER'],
    [['status', 's', 't'], 'Usage : emargement status'],
    [['list', '--bogus'], '--bogus'],
    [['list', '--db'], '--db'],
    [['list', '--partial'], '--partial'],
    [['list', '--as', 'teacher:lefevre'], 'examiner, centre, pix, candidate, system'],
    [['list', '--as', 'examiner'], 'RÔLE:IDENTITÉ'],
    [['list', '--as', 'examiner:'], 'RÔLE:IDENTITÉ'],
    [['sheet', 's', '--copy', 'toString'], 'signature ou examinateur'],
    [['history', 's', '--occurred=yes'], '--occurred'],
  ])('%j ends with 2 and says what was wrong', async (args, said) => {
    const { code, out, err } = await ran(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });

  test('because nothing was asked shows the help', async () => {
    const { code, out, err } = await ran([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe((await ran(['--help'])).out);
  });
});

describe('the help', () => {
  test.each([['--help'], ['-h'], ['help']])('%s names every task and every way to end', async (asked) => {
    const { code, out, err } = await ran([asked]);
    expect([code, err]).toEqual([0, '']);
    for (const { usage, summary } of Object.values(TASKS)) {
      expect(out).toContain(usage);
      expect(out).toContain(summary);
    }
    expect(out).toContain('0 fait, 1 refusé ou en conflit, 2 ligne de commande incomprise, 3 fichier illisible');
  });

  test.each(NAMES)('of %s names its options, and does nothing', async (name) => {
    const { code, out, err } = await ran([name, '--help']);
    expect([code, err]).toEqual([0, '']);
    for (const option of [...Object.keys(TASKS[name]?.options ?? {}), 'db', 'as', 'json', 'help']) {
      expect(out).toContain(`--${option}`);
    }
  });
});

test.runIf(process.getuid?.() === 0)('a user whom no file names can use the command line', async () => {
  const child = spawnSync(process.execPath, [MAIN, 'list', '--db', '/nonexistent/record.db'], { uid: 54_321 });
  expect([child.status, String(child.stderr)]).toEqual([2, 'Le registre /nonexistent/record.db n’existe pas.\n']);
});

describe('a task that only reads', () => {
  test.each(['list', 'status', 'status s', 'sheet s', 'pv s', 'results s', 'history s'])(
    '%s makes no register where there is none',
    async (task) => {
      const home = folder();
      const { code, err } = await ran([...task.split(' '), '--db', `${home}/absent.db`]);
      expect([code, err]).toEqual([2, `Le registre ${home}/absent.db n’existe pas.`]);
      expect(contentsOf(home)).toEqual([]);
    },
  );

  test('makes no register of a file that is empty', async () => {
    const home = folder();
    writeFileSync(`${home}/empty.db`, '');
    const before = contentsOf(home);
    const { code, err } = await ran(['list', '--db', `${home}/empty.db`]);
    expect([code, err]).toEqual([2, `Le registre ${home}/empty.db est vide.`]);
    expect(contentsOf(home)).toEqual(before);
  });

  test('looks for emargement.db where no file is named', async () => {
    const home = folder();
    const { code, err } = await started(home, ['list']);
    expect([code, err.trim()]).toEqual([2, 'Le registre emargement.db n’existe pas.']);
    expect(contentsOf(home)).toEqual([]);
  });
});
