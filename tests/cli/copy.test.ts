import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bar } from '../../src/adapters/cli/progress.ts';
import { run } from '../../src/adapters/cli/run.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts';
import { textsOf } from '../copy/records.ts';
import { contentsOf, folder } from '../stores/support/folder.ts';
import { written } from '../stores/support/records.ts';
import { ran } from './cli.ts';

/** A register of the demonstration, in a folder of its own. */
async function demo() {
  const home = folder();
  const from = join(home, 'day.db');
  await ran(['demo', '--db', from]);
  return { from, to: join(folder(), 'copy.db') };
}

const texts = async (db: string) => {
  const store = openSqliteStore(db);
  try {
    return await textsOf(store);
  } finally {
    await store.close();
  }
};

describe('A register is copied at the command line', () => {
  test('byte for byte, its seals are verified, and doing it again changes nothing', async () => {
    const { from, to } = await demo();
    const first = await ran(['copy', '--from', from, '--to', to]);
    expect(first).toMatchObject({ code: 0, err: '' });
    const all = await texts(from);
    expect(await texts(to)).toEqual(all);
    expect(first.out).toContain(`${all.length} événements copiés, 0 déjà là : tout est identique.`);
    expect(first.out).toContain('Rien n’a été modifié');
    const { out } = await ran(['root', '--db', from]);
    expect(first.out).toContain(out.split('racine ')[1]);
    expect((await ran(['copy', '--from', from, '--to', to])).out).toContain(
      `0 événements copiés, ${all.length} déjà là`,
    );
    const { code, out: json } = await ran(['copy', '--from', from, '--to', to, '--json']);
    expect([code, JSON.parse(json)]).toMatchObject([
      0,
      { copied: 0, passedOver: all.length, events: all.length, seals: { findings: [] } },
    ]);
  });

  test('and whoever watches is told how far it is', async () => {
    const { from, to } = await demo();
    const told: string[] = [];
    const quiet = () => {};
    const progress = (text: string) => void told.push(text);
    await run(['copy', '--from', from, '--to', to], { out: quiet, err: quiet, input: async () => '', progress });
    const { length } = await texts(from);
    expect(told).toContain(`${bar(length, length)} événements copiés`);
    expect(told).toContain(`${bar(length, length)} événements comparés`);
  });

  test('and is not where something else stands, or where there is more', async () => {
    const { from, to } = await demo();
    await written(to, 3);
    const before = await texts(to);
    const other = await ran(['copy', '--from', from, '--to', to]);
    expect(other).toEqual({
      code: 1,
      out: '',
      err: `${to} a autre chose que le registre (session-1, rang 1) : rien n’y est remplacé.`,
    });
    expect(await texts(to)).toEqual(before);
    const [short, long] = [join(folder(), 'short.db'), join(folder(), 'long.db')];
    await ran(['copy', '--from', from, '--to', short]);
    await ran(['copy', '--from', from, '--to', long]);
    const more = openSqliteStore(long);
    const [{ event } = { event: undefined }] = await more.readAll({ limit: 1 });
    if (event === undefined) throw new Error('something is recorded');
    await more.append('session-further', 'none', [{ ...event, id: '00000000-0000-4000-8000-000000000001' }]);
    await more.close();
    expect(await ran(['copy', '--from', short, '--to', long])).toEqual({
      code: 1,
      out: '',
      err: `${long} va plus loin que le registre (session-further, rang 1) : rien n’y est changé.`,
    });
  });

  test('and a copy whose seals do not hold ends with 1, as the record itself would', async () => {
    const unsealed = join(folder(), 'unsealed.db');
    await written(unsealed, 3);
    const { code, out } = await ran(['copy', '--from', unsealed, '--to', join(folder(), 'copy.db')]);
    expect([code, out.includes('✗ session-1, rang 1')]).toEqual([1, true]);
  });

  test('from somewhere to somewhere else only', async () => {
    const { from, to } = await demo();
    const before = contentsOf(join(from, '..'));
    for (const args of [
      [],
      ['--from', from],
      ['--to', to],
      ['--from', join(folder(), 'none.db'), '--to', to],
      ['--from', from, '--to', from],
      ['--from', from, '--to', join(from, '..', '.', 'day.db')],
    ]) {
      const { code, out, err } = await ran(['copy', ...args]);
      expect([code, out, err === '']).toEqual([2, '', false]);
    }
    expect(existsSync(to)).toBe(false);
    expect(contentsOf(join(from, '..'))).toEqual(before);
  });
});
