import { copyFileSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import { newEvents } from '../../../src/adapters/testing/store/events.ts';
import { contentsOf, folder, place } from '../support/folder.ts';
import { opened, rawly, written } from '../support/records.ts';

const everyText = (path: string): unknown[] =>
  rawly(path, (db) => db.prepare('SELECT position, event FROM events ORDER BY position').all().map(Object.values));

describe('a record in a file', () => {
  test('holds the canonical JSON of every event, in the order of the envelope', async () => {
    const path = place();
    const store = openSqliteStore(path);
    await store.append('session-1', 'none', newEvents(3));
    const events = await store.readStream('session-1');
    await store.close();
    expect(everyText(path)).toEqual(events.map((event, index) => [index + 1, JSON.stringify(event)]));
    expect(Object.keys(events[0] ?? {})).toEqual([
      'id',
      'type',
      'schemaVersion',
      'stream',
      'revision',
      'occurredAt',
      'recordedAt',
      'actor',
      'commandId',
      'correlationId',
      'causationId',
      'previousHash',
      'data',
    ]);
  });

  test('is the same after it was closed and opened again, and goes on from there', async () => {
    const path = place();
    const before = openSqliteStore(path);
    await before.append('session-1', 'none', newEvents(3));
    await before.append('session-2', 'none', newEvents(2));
    const all = await before.readAll();
    await before.close();

    const after = opened(path);
    expect(await after.readAll()).toStrictEqual(all);
    expect(await after.readAll({ after: all[2]?.position ?? '' })).toStrictEqual(all.slice(3));
    expect(await after.append('session-1', 'none', newEvents(1))).toMatchObject({ kind: 'conflict', actual: 3 });
    expect(await after.append('session-1', 3, newEvents(1))).toMatchObject({ kind: 'appended', revision: 4 });
  });

  test('is one file once it is closed, and reading it does not change a byte of it', async () => {
    const path = place();
    await written(path, 50);
    const bytes = readFileSync(path);
    const store = openSqliteStore(path);
    await store.readAll();
    await store.close();
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(contentsOf(dirname(path))).toMatchObject([{ name: basename(path) }]);
  });

  test('is whole after a crash in the middle of moving its log into the file', async () => {
    const [path, torn] = [place(), place()];
    await written(path, 2);
    const store = openSqliteStore(path);
    await store.append('session-2', 'none', newEvents(200));
    const all = await store.readAll();
    const before = readFileSync(path);
    copyFileSync(`${path}-wal`, `${torn}-wal`);
    await store.close();
    // The first page is moved first, and tells of more pages than the file has yet.
    const firstPage = readFileSync(path).subarray(0, 4_096);
    writeFileSync(torn, Buffer.concat([firstPage, before.subarray(4_096)]));
    expect(await opened(torn).readAll()).toStrictEqual(all);
  });

  test('is made where there is none, and in an empty file', async () => {
    const path = place();
    await written(path, 1);
    const empty = place();
    writeFileSync(empty, '');
    await written(empty, 1);
    expect(await opened(path).readAll()).toHaveLength(1);
    expect(await opened(empty).readAll()).toHaveLength(1);
  });

  test('keeps apart from every other that is only in memory', async () => {
    const one = opened(':memory:');
    const other = opened(':memory:');
    await one.append('session-1', 'none', newEvents(1));
    expect(await other.readAll()).toEqual([]);
  });

  test.each(['with spaces & signs ?mode=ro#x%20.db', 'éàü 漢.db', 'file:record.db'])(
    'may be called %s',
    async (name) => {
      const path = join(folder(), name);
      await written(path, 2);
      expect(await opened(path).readAll()).toHaveLength(2);
      expect(readFileSync(path).length).toBeGreaterThan(0);
    },
  );

  test('is the same one through a link as beside it', async () => {
    const path = place();
    const link = join(folder(), 'link.db');
    symlinkSync(path, link);
    const direct = opened(path);
    await direct.append('session-1', 'none', newEvents(1));
    const linked = opened(link);
    await linked.append('session-1', 1, newEvents(1));
    expect(await direct.readAll()).toStrictEqual(await linked.readAll());
    expect(contentsOf(dirname(link))).toMatchObject([{ name: 'link.db' }]);
  });
});

describe('the record itself', () => {
  test.each(['UPDATE events SET revision = 9', "UPDATE events SET event = '{}'", 'DELETE FROM events'])(
    'refuses %s from whoever opens the file',
    async (statement) => {
      const path = place();
      await written(path, 2);
      const texts = everyText(path);
      expect(() => rawly(path, (db) => db.exec(statement))).toThrow(/events are never/);
      expect(everyText(path)).toEqual(texts);
    },
  );
});
