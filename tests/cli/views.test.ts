import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readingRegister, withRegister } from '../../src/adapters/cli/place.ts';
import { sealed } from '../../src/adapters/sealed/index.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts';
import { identityOf } from '../../src/adapters/testing/arbitraries/people.ts';
import { contentsOf, folder } from '../stores/support/folder.ts';
import { comment, issue, MINUTE, must, plan, say } from '../support/asked.ts';
import { ran, started } from './cli.ts';

/** A register in which a session runs since so many minutes, on the machine's own clock. */
async function ledger(minutes: number) {
  const db = join(folder(), 'record.db');
  const start = Date.now() - minutes * MINUTE;
  await withRegister(db, async (register) => {
    await must(register.handle(plan('s', {}, { occurredAt: start - MINUTE })));
    await must(register.handle({ ...issue('s'), occurredAt: start - MINUTE }));
    const registration = { identity: identityOf(0), email: 'candidat@lycee.example', extraTime: '1/3' } as const;
    await must(register.handle(say('s', 'RegisterCandidate', registration)));
    const { accessCode } = (await register.session('s')).state;
    await must(register.handle(say('s', 'GiveAccessCode', { accessCode: String(accessCode) }, { occurredAt: start })));
    await must(register.handle(comment('s', 'Noté d’abord', { occurredAt: start + 2 })));
    await must(register.handle(comment('s', 'Arrivé d’abord', { occurredAt: start + 1 })));
    await must(register.handle(plan('t')));
  });
  return { db, show: (...args: readonly string[]) => ran([...args, '--db', db]) };
}

describe('the sheet', () => {
  test('to be signed shows neither an e-mail address nor extra time, and the examiner’s own copy shows both', async () => {
    const { show } = await ledger(10);
    const signed = await show('sheet', 's', '--copy', 'signature');
    const own = await show('sheet', 's', '--copy', 'examinateur');
    const json = await show('sheet', 's', '--copy', 'signature', '--json');
    expect([signed.code, own.code, json.code]).toEqual([0, 0, 0]);
    for (const { out } of [signed, own, json]) expect(out).toContain(identityOf(0).surname);
    for (const { out } of [signed, json]) {
      expect(out).not.toContain('candidat@lycee.example');
      expect(out).not.toMatch(/1\/3|tiers|extraTime|temps majoré/i);
    }
    expect(own.out).toContain('candidat@lycee.example');
    expect(own.out).toContain('1/3');
    JSON.parse(json.out);
  });
});

describe('the status', () => {
  test('tells each candidate’s remaining time, of one session or of all that run', async () => {
    const { show } = await ledger(10);
    for (const { code, out } of [await show('status', 's'), await show('status')]) {
      expect(code).toBe(0);
      expect(out).toContain('SESSION s');
      expect(out).not.toContain('SESSION t');
      // 140 minutes with extra time, 10 of them gone.
      expect(out).toMatch(/2 ?h ?(10|09)/);
    }
    const [{ deadlines } = { deadlines: [] }] = JSON.parse((await show('status', '--json')).out) as {
      deadlines: { remainingSeconds: number }[];
    }[];
    expect(deadlines[0]?.remainingSeconds).toBeGreaterThan(129 * 60);
    expect(deadlines[0]?.remainingSeconds).toBeLessThanOrEqual(130 * 60);
  });

  test('of a session that has not begun says so', async () => {
    const { show } = await ledger(10);
    const { code, out } = await show('status', 't');
    expect([code, out.includes('n’a pas commencé')]).toEqual([0, true]);
  });

  test('says that none runs where none does', async () => {
    const { show } = await ledger(10);
    const { db } = await ledger(10);
    await ran(['handle', '--db', db], JSON.stringify(say('s', 'CloseSession', {})));
    expect((await ran(['status', '--db', db])).out).toBe('Aucune session n’est en cours.');
    expect(JSON.parse((await ran(['status', '--db', db, '--json'])).out)).toEqual([]);
    const unknown = await show('status', 'u');
    expect([unknown.code, unknown.err.includes('ne connaît pas la session u')]).toEqual([2, true]);
  });
});

describe('the history', () => {
  test('is told in the order of the record, or of the room', async () => {
    const { show } = await ledger(10);
    const places = async (...args: readonly string[]) => {
      const { out } = await show('history', 's', ...args);
      return [out.indexOf('Noté d’abord'), out.indexOf('Arrivé d’abord')];
    };
    const [noted = 0, came = 0] = await places();
    expect([noted > 0, noted < came]).toEqual([true, true]);
    const [notedThen = 0, cameThen = 0] = await places('--occurred');
    expect([cameThen > 0, cameThen < notedThen]).toEqual([true, true]);
  });

  test('in JSON is what is stored', async () => {
    const { db, show } = await ledger(10);
    const stored = await readingRegister(db, (register) => register.history('s'));
    expect(JSON.parse((await show('history', 's', '--json')).out)).toEqual(stored);
  });
});

test.each(['sheet', 'pv', 'results', 'history'])('%s of a session that nobody recorded ends with 2', async (task) => {
  const { show } = await ledger(10);
  const { code, out, err } = await show(task, 'u');
  expect([code, out, err.includes('ne connaît pas la session u')]).toEqual([2, '', true]);
});

describe('a file that is not a register', () => {
  test('ends with 3 and stays as it is, whatever is asked', async () => {
    const home = folder();
    const db = join(home, 'photo.jpg');
    writeFileSync(db, 'JFIF, et rien d’autre '.repeat(400));
    const before = contentsOf(home);
    const tasks = ['list', 'status', 'sheet s', 'history s', 'navette', 'handle'];
    for (const task of tasks) {
      const args =
        task === 'navette'
          ? ['navette', join(import.meta.dirname, '../navette/navette-creneaux.csv')]
          : task.split(' ');
      const { code, out, err } = await ran([...args, '--db', db], JSON.stringify(plan('s')));
      expect([code, out]).toEqual([3, '']);
      expect(err).toContain(db);
    }
    expect((await started(home, ['list', '--db', db])).code).toBe(3);
    expect(contentsOf(home)).toEqual(before);
  });

  test('of a folder ends with 3', async () => {
    const { code, err } = await ran(['list', '--db', folder()]);
    expect([code, err === '']).toEqual([3, false]);
  });

  test('of this version ends with 3, and says which event cannot be read', async () => {
    const { db, show } = await ledger(10);
    const store = sealed(openSqliteStore(db));
    const stored = await store.readStream('session-s');
    const [first] = stored;
    if (first === undefined) throw new Error('a session was planned');
    await store.append('session-s', stored.length, [
      { ...first, id: '00000000-0000-4000-8000-000000000001', type: 'FromTheFuture', commandId: 'later' },
    ]);
    await store.close();
    for (const args of [
      ['history', 's'],
      ['sheet', 's'],
    ]) {
      const { code, out, err } = await show(...args);
      expect([code, out]).toEqual([3, '']);
      expect(err).toContain('FromTheFuture');
    }
    expect(await show('list')).toMatchObject({ code: 0, err: '' });
  });
});
