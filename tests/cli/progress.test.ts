import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bar, progressLine } from '../../src/adapters/cli/progress.ts';
import { run } from '../../src/adapters/cli/run.ts';
import { folder } from '../stores/support/folder.ts';
import { holds } from '../support/property.ts';

/** Runs the command line for somebody who watches. @returns what they were told, and how it ended */
async function watched(args: readonly string[]) {
  const told: string[] = [];
  const quiet = () => {};
  const io = { out: quiet, err: quiet, input: async () => '', progress: (text: string) => void told.push(text) };
  return { code: await run(args, io), told };
}

describe('whoever waits at a terminal', () => {
  test('is told how much is done of how much, and sees it grow', () =>
    holds(
      fc.property(fc.nat(300), fc.nat(300), (a, b) => {
        const [done, total] = [Math.min(a, b), Math.max(a, b)];
        const full = (text: string) => text.split('█').length - 1;
        expect(bar(done, total)).toMatch(new RegExp(`^█*░* ${done}/${total}$`));
        expect(full(bar(done, total))).toBeLessThanOrEqual(full(bar(Math.min(done + 1, total), total)));
        expect(full(bar(total, Math.max(1, total)))).toBe(total === 0 ? 0 : 24);
      }),
      { runs: 200 },
    ));

  test('is told nothing of what is quick, then no faster than can be read, and the line goes before others come', () => {
    let at = 5_000;
    const written: string[] = [];
    const line = progressLine(
      (text) => written.push(text),
      () => at,
    );
    const showAfter = (ms: number, text: string) => {
      at = 5_000 + ms;
      line.show(text);
    };
    showAfter(1_999, 'a');
    line.clear();
    expect(written).toEqual([]);
    showAfter(2_000, 'b');
    showAfter(2_099, 'c');
    showAfter(2_100, 'd');
    line.clear();
    line.clear();
    expect(written).toEqual(['\rb\u001b[K', '\rd\u001b[K', '\r\u001b[K']);
  });

  test('follows the papers of the demonstration, the verification of a register, and its Matériel', async () => {
    const db = join(folder(), 'day.db');
    const papers = await watched(['demo', '--db', db, '--out', join(folder(), 'papers')]);
    expect(papers).toEqual({ code: 0, told: [1, 2, 3, 4].map((done) => `${bar(done, 4)} sessions`) });
    const { told } = await watched(['verify', '--db', db]);
    expect(told.at(-1)).toMatch(/^\d{3} événements lus$/);
    const navette = join(import.meta.dirname, '../../src/adapters/cli/demo/navette-creneaux.csv');
    const other = join(folder(), 'other.db');
    await watched(['navette', navette, '--db', other]);
    const materiel = await watched(['materiel', '--db', other, '-o', join(folder(), 'materiel.ods')]);
    expect(materiel).toEqual({ code: 0, told: [1, 2, 3, 4].map((done) => `${bar(done, 4)} sessions`) });
  });
});
