import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { readingRegister } from '../../src/adapters/cli/place.ts';
import { checkedReplay } from '../../src/domain/machine/replay.ts';
import { folder } from '../stores/support/folder.ts';
import { MAIN, ran, started } from './cli.ts';

/** What the demonstration tells, but for the codes and identities that chance drew. */
const told = (out: string): string => out.replaceAll(/\b[A-Z]{4}[0-9]{2}\b/g, 'CODE');

describe('the demonstration', () => {
  test('plays a day, reads it again without a difference, and leaves nothing behind', async () => {
    const path = folder();
    const { code, out, err } = await started(path, ['demo']);
    expect(err).toBe('');
    expect(out).toMatch(/rejoué : 4 sessions, \d+ faits, 0 différence\(s\)\./);
    expect(code).toBe(0);
    expect(readdirSync(path)).toEqual([]);
    for (const part of ['⏰', '✗ Refusé', 'saisi après coup', 'PROCÈS-VERBAL', 'AGENDA DES SESSIONS', 'Annulée']) {
      expect(out.toLowerCase()).toContain(part.toLowerCase());
    }
  });

  test('is played to its end, and leaves nothing behind, where nobody reads on', async () => {
    const path = folder();
    const child = spawn(process.execPath, [MAIN, 'demo'], { cwd: path, env: { ...process.env, TMPDIR: path } });
    const complaints = text(child.stderr);
    const ended = once(child, 'close');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(await ended).toEqual([0, null]);
    expect(await complaints).toBe('');
    expect(readdirSync(path)).toEqual([]);
  });

  test('does not answer in JSON, and says so', async () => {
    const { code, out, err } = await ran(['demo', '--json']);
    expect([code, out, err]).toEqual([2, '', 'La démonstration se raconte : elle ne répond pas en JSON.']);
  });

  test('tells the same each time', async () => {
    const [one, other] = [await ran(['demo']), await ran(['demo'])];
    expect(told(one.out)).toBe(told(other.out));
  });

  test('keeps its register where one is named, which everything can be asked of', async () => {
    const db = join(folder(), 'demo.db');
    const { code, out } = await ran(['demo', '--db', db]);
    expect([code, out.includes(', 0 différence(s)')]).toEqual([0, true]);
    const sessions = await readingRegister(db, async (register) => {
      const all = (await register.agenda()).map(({ header }) => header.session);
      for (const session of all) expect(checkedReplay(await register.history(session)).breaches).toEqual([]);
      return all;
    });
    for (const session of sessions) {
      for (const task of ['sheet', 'pv', 'results', 'history', 'status']) {
        const shown = await ran([task, session, '--db', db]);
        expect([shown.code, shown.err]).toEqual([0, '']);
        const json = await ran([task, session, '--db', db, '--json']);
        expect([json.code, JSON.parse(json.out) !== null]).toEqual([0, true]);
      }
    }
    const agenda = await ran(['list', '--db', db]);
    expect(out).toContain(agenda.out);
    expect(JSON.parse((await ran(['list', '--db', db, '--json'])).out)).toHaveLength(4);
  });

  test('refuses a file that is there already, and leaves it as it is', async () => {
    const db = join(folder(), 'demo.db');
    await ran(['demo', '--db', db]);
    const before = readFileSync(db);
    const { code, err } = await ran(['demo', '--db', db]);
    expect([code, err]).toEqual([2, `${db} existe déjà : la démonstration veut un fichier neuf.`]);
    expect(readFileSync(db).equals(before)).toBe(true);
  });

  test('says so where its file cannot be made', async () => {
    const { code, err } = await ran(['demo', '--db', join(folder(), 'nowhere', 'demo.db')]);
    expect([code, err.includes('nowhere')]).toEqual([3, true]);
  });
});
