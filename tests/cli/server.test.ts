import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { besides } from '../../src/adapters/cli/location.ts';
import { startServer } from '../eventstoredb/server/server.ts';
import { folder } from '../stores/support/folder.ts';
import { ran, started } from './cli.ts';

/** A server, and a folder in which somebody works with it. */
async function served() {
  const server = await startServer();
  onTestFinished(() => server.stop());
  return { server, db: server.connectionString, home: folder() };
}

/** The record of the demonstration, moved to a server together with its keys. */
async function moved() {
  const { server, db, home } = await served();
  const file = join(home, 'day.db');
  expect((await ran(['demo', '--db', file])).code).toBe(0);
  const copied = await ran(['copy', '--from', file, '--to', db]);
  expect(copied).toMatchObject({ code: 0, err: '' });
  for (const end of ['keys', 'master']) renameSync(`${file}.${end}`, join(home, `${besides(db)}.${end}`));
  const at = (...args: readonly string[]) => started(home, [...args, '--db', db]);
  return { server, db, home, file, at };
}

afterEach(() => vi.unstubAllEnvs());

describe('A register on a server', () => {
  test('is worked with as one in a file is, once its record and its keys were moved there', async () => {
    const { at, file, db, home } = await moved();
    expect(await at('verify')).toMatchObject({ code: 0, out: expect.stringContaining('Rien n’a été modifié') });
    const [{ header }]: [{ header: { session: string } }] = JSON.parse((await at('list', '--json')).out);
    expect((await at('sheet', header.session)).out).toContain('FEUILLE D’ÉMARGEMENT');
    expect(await at('project')).toMatchObject({ code: 0, err: '' });
    expect(await at('board', '--once')).toMatchObject({ code: 0, out: expect.stringContaining('Aucune session') });
    // And back again, byte for byte.
    const back = join(home, 'back.db');
    expect(await ran(['copy', '--from', db, '--to', back])).toMatchObject({ code: 0, err: '' });
    expect((await ran(['root', '--db', back])).out).toBe((await ran(['root', '--db', file])).out);
  });

  test('is begun by the first Navette, with its keys in the working folder', async () => {
    const { server, db, home } = await served();
    const navette = join(import.meta.dirname, '../navette/navette-creneaux.csv');
    const planned = await started(home, ['navette', navette, '--db', db]);
    expect([planned.code, planned.out]).toMatchObject([0, expect.stringContaining('planifiée')]);
    expect(readdirSync(home).toSorted()).toEqual([`${besides(db)}.keys`, `${besides(db)}.master`]);
    // Nothing personal reaches the server in plain.
    const stored = server.log.all.map(({ data }) => Buffer.from(data).toString()).join('\n');
    expect(stored).toContain('Lycée Marie-Curie');
    const listed = await started(home, ['list', '--db', db]);
    expect(listed).toMatchObject({ code: 0, err: '' });
    // Without its keys nothing is written to it.
    const elsewhere = await started(folder(), ['navette', navette, '--db', db]);
    expect(elsewhere).toMatchObject({ code: 2, err: expect.stringContaining('Les clés du registre') });
  });

  test('is found in the environment, where its credentials are not for everybody to read', async () => {
    const { db } = await moved();
    vi.stubEnv('EMARGEMENT_DB', db);
    expect(await ran(['root'])).toMatchObject({ code: 0, err: '' });
  });

  test('is never played on', async () => {
    const { server, db } = await served();
    const before = server.log.all.length;
    expect(await ran(['demo', '--db', db])).toMatchObject({ code: 2, err: expect.stringContaining('un serveur') });
    vi.stubEnv('EMARGEMENT_DB', db);
    expect((await ran(['demo'])).code).toBe(0);
    expect(server.log.all).toHaveLength(before);
  });

  test('that is not there is said in one line, without its password', async () => {
    const { server, db } = await served();
    await server.stop();
    const secret = db.replace('esdb://', 'esdb://admin:chut%21@');
    const { code, err } = await ran(['list', '--db', secret]);
    expect(code).toBe(3);
    expect(err.split('\n')).toHaveLength(1);
    expect(err).not.toContain('chut');
  });
});
