import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withRegister } from '../../src/adapters/cli/place.ts';
import { openSqliteViews } from '../../src/adapters/sqlite/index.ts';
import { identityOf } from '../../src/adapters/testing/arbitraries/people.ts';
import { folder } from '../stores/support/folder.ts';
import { issue, MINUTE, must, plan, register as registering, say } from '../support/asked.ts';
import { MAIN, ran, started } from './cli.ts';
import { addForged } from './forged.ts';
import { acted, ENTERED, hasTerminal, LEFT } from './terminal.ts';

/** A register in which a session runs since so many minutes, with two candidates, and another is planned. */
async function running(minutes: number) {
  const db = join(folder(), 'record.db');
  const start = Date.now() - minutes * MINUTE;
  await withRegister(db, async (register) => {
    await must(register.handle(plan('s', {}, { occurredAt: start - MINUTE })));
    await must(register.handle({ ...issue('s'), occurredAt: start - MINUTE }));
    for (const person of [0, 1]) await must(register.handle(registering('s', person)));
    const { accessCode } = (await register.session('s')).state;
    await must(register.handle(say('s', 'GiveAccessCode', { accessCode: String(accessCode) }, { occurredAt: start })));
    await must(register.handle(plan('t')));
  });
  const show = (...args: readonly string[]) => ran([...args, '--db', db]);
  return { db, show, start };
}

const interruption = (candidate: number) =>
  JSON.stringify(say('s', 'RecordInterruption', { candidate, cause: 'disconnection' }));

describe('The board', () => {
  test('shows once what every candidate has left, to a pipe, to a program, and to whoever asks for once', async () => {
    const { db, show } = await running(10);
    const ways = [await show('board'), await show('board', '--once'), await started(folder(), ['board', '--db', db])];
    for (const { code, out, err } of ways) {
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('SESSION s');
      expect(out).toContain(identityOf(1).surname);
      expect(out).toMatch(/│ 1:3[45]:\d\d/);
      expect(out).not.toContain('SESSION t');
      expect(out).not.toContain('!!');
    }
    const { code, out } = await show('board', '--json');
    const { sessions } = JSON.parse(out) as { sessions: { lines: { remainingSeconds: number }[] }[] };
    expect([code, sessions.length, sessions[0]?.lines.length]).toEqual([0, 1, 2]);
    expect(existsSync(`${db}.views`)).toBe(false);
  });

  test('says who is over time', async () => {
    const { show } = await running(110);
    expect((await show('board')).out).toMatch(/!! │ 1 .*│ ÉCOULÉ depuis 0:0[5-9]:\d\d/);
  });

  test('is the same from the views that are there, which it brings up to date', async () => {
    const { db, show } = await running(10);
    await show('project', 'board');
    await ran(['handle', '--db', db], interruption(2));
    expect((await show('board')).out).toContain('INTERROMPU');
    const views = openSqliteViews(`${db}.views`);
    expect(JSON.stringify(await views.query('board'))).toContain('"resumed":null');
    await views.close();
  });

  test('needs no views: where there are none, of another version, or none of the board, it makes its own', async () => {
    const { db, show } = await running(10);
    const views = openSqliteViews(`${db}.views`);
    expect(await views.swap(await views.begin('board', 99))).not.toBeNull();
    await views.close();
    expect((await show('board')).out).toContain('SESSION s');
    rmSync(`${db}.views`);
    await show('project', 'agenda');
    expect((await show('board')).out).toContain('SESSION s');
  });

  test('tells the times without the keys, and leaves the views as they are', async () => {
    const { db, show } = await running(10);
    await show('project');
    rmSync(`${db}.keys`);
    const { code, out } = await show('board');
    expect([code, out.includes('« effacé »'), out.includes(identityOf(0).surname)]).toEqual([0, true, false]);
    const views = openSqliteViews(`${db}.views`);
    expect(JSON.stringify(await views.query('board'))).toContain(identityOf(0).surname);
    await views.close();
  });

  test('of no register ends with 2', async () => {
    expect((await ran(['board', '--db', join(folder(), 'none.db')])).code).toBe(2);
  });
});

describe.skipIf(!hasTerminal)('The board at a terminal', () => {
  const watching = (db: string) =>
    `stty -a > before; ${process.execPath} ${MAIN} board --db ${db}; echo "ended $?"; stty -a > after; cmp before after && echo same`;

  /** What is shown before time passes by itself: the first look, and what may have come since. */
  const [FIRST, TICKS] = ['TABLEAU EN DIRECT', ['il est', 'il est', 'il est', 'il est', 'il est']] as const;

  test.each([
    ['with views', true],
    ['without', false],
  ])('is shown anew as time passes and when something is recorded, until q, %s', async (_, hasViews) => {
    const { db, show } = await running(10);
    if (hasViews) await show('project');
    const screen = await acted(watching(db), [
      [FIRST, ''],
      ...TICKS.map((shown) => [shown, ''] as const),
      ['il est', () => void ran(['handle', '--db', db], interruption(2))],
      ['INTERROMPU', '\u001b[B'],
      ['q quitter', 'q'],
    ]);
    expect(screen).toContain(ENTERED);
    expect(new Set(screen.match(/il est \d\d:\d\d:\d\d/g)).size).toBeGreaterThan(2);
    expect(screen.indexOf(LEFT)).toBeGreaterThan(screen.indexOf('INTERROMPU'));
    expect(screen).toMatch(/ended 0\r\nsame/);
  });

  test('gives the terminal back where the record can no longer be read, and says why', async () => {
    const { db } = await running(10);
    const screen = await acted(watching(db), [
      [FIRST, ''],
      ['il est', () => void addForged(db, 's', 'CandidateRegistered', 1)],
    ]);
    expect(screen.indexOf('does not open it')).toBeGreaterThan(screen.indexOf(LEFT));
    expect(screen).toMatch(/ended 3\r\nsame/);
  });
});
