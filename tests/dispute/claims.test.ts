import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ran, ran } from '../cli/cli.ts';

const HOME = mkdtempSync(join(tmpdir(), 'emargement-dispute-'));
const [DB, FILE, KEY] = ['litige.db', 'litige.evidence', 'pix'].map((name) => join(HOME, name));

/** Runs a task on the disputed session as the register has it, and on its evidence file. */
async function both(task: string, ...args: readonly string[]): Promise<readonly [Ran, Ran]> {
  return [
    await ran([task, 'litige', ...args, '--db', String(DB)]),
    await ran([task, String(FILE), ...args, '--key', `${KEY}.pub.pem`]),
  ];
}

/** What a task answers after it said what it read and whether the seal holds. */
const answerOf = ({ out }: Ran): string => out.slice(out.indexOf('\n\n'));

beforeAll(async () => {
  await ran(['demo', '--dispute', '--db', String(DB)]);
  await ran(['signing-key', String(KEY)]);
  const { code } = await ran([
    'evidence',
    'litige',
    '-o',
    String(FILE),
    '--signing-key',
    `${KEY}.pem`,
    '--db',
    String(DB),
  ]);
  expect(code).toBe(0);
});

afterAll(() => rmSync(HOME, { recursive: true }));

describe('a disputed session', () => {
  test.each([
    ['findings', []],
    ['diff', ['submission:1', 'submission:2']],
    ['diff', ['0', '37']],
    ['candidate', ['3']],
    ['replay', []],
    ['replay', ['--known-at', '11:40']],
    ['replay', ['--at', '10:45', '--known-at', '19:00']],
    ['replay', ['--step', '22', '--rules', 'today']],
  ])('%s %j says the same of the register and of its evidence file, and which it read', async (task, args) => {
    const [register, file] = await both(task, ...args);
    expect(answerOf(file)).toBe(answerOf(register));
    expect(file.code).toBe(register.code);
    expect([register.err, file.err]).toEqual(['', '']);
    expect(register.out).toMatch(/^Registre .*litige\.db, session litige : 37 faits lisibles\nSceau : chaîne intacte/);
    expect(file.out).toMatch(/^Dossier de preuve .*litige\.evidence, session litige : 37 .*\nSceau : vérifié/);
  });

  test('a time that was cut short is grave, and the task ends with 1', async () => {
    for (const { code, out } of await both('findings')) {
      expect(code).toBe(1);
      expect(out).toContain('session close à 10:40 alors qu’il restait 14 min');
    }
  });

  test('a candidate’s own history tells the time that was taken from them, and nobody else’s events', async () => {
    const [{ out }] = await both('candidate', '2');
    expect(out).toContain('Fin du temps : 10:54');
    expect(out).toContain('La clôture a écourté son temps de 14 min.');
    const [{ out: first }] = await both('candidate', '1');
    expect(first).toContain('La clôture n’a pas écourté son temps.');
    for (const name of ['Petit', 'Diallo', 'Candidat n° 2 :', 'Candidat n° 3 :']) expect(first).not.toContain(name);
  });

  test('the record did not know of the fraud when the sheet was sent, and knows today that it had happened', async () => {
    const fraudIn = async (...args: readonly string[]) => {
      const [{ out }] = await both('replay', '--part', 'pv', ...args);
      return /Fraudes\n─+\n(.*)/.exec(out)?.[1];
    };
    expect(await fraudIn('--known-at', '11:30')).toBe('Néant.');
    expect(await fraudIn('--at', '11:30', '--known-at', '11:30')).toBe('Néant.');
    expect(await fraudIn('--at', '09:49')).toBe('Néant.');
    for (const later of [['--at', '09:50'], ['--known-at', '19:40'], []]) {
      expect(await fraudIn(...later)).toContain('rapport de fraude [saisi après coup, 14 mai 2019 à 19:40]');
    }
  });

  test('answers a program with every field', async () => {
    const json = async (task: string, ...args: readonly string[]) =>
      JSON.parse((await both(task, ...args, '--json'))[1].out) as Record<string, unknown>;
    expect(await json('findings')).toMatchObject({
      dossier: { session: 'litige', events: 37, seal: { outcome: 'holds', verdict: { sound: true } } },
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'closed-early', candidate: 2, events: [14, 15, 22] }),
      ]),
    });
    expect(await json('diff', 'submission:1', 'submission:2')).toMatchObject({
      from: 26,
      to: 32,
      changes: expect.arrayContaining([expect.objectContaining({ field: 'certificationNumber', before: '100132' })]),
    });
    expect(await json('candidate', '2')).toMatchObject({ clock: { missingSeconds: 840 }, line: { number: 2 } });
    expect(await json('replay', '--step', '22')).toMatchObject({
      moment: {
        revision: 22,
        session: { lifecycle: 'closed', state: { numbers: { '100132': 1 } } },
        areRulesKnown: true,
      },
      breaches: [],
    });
  });
});
