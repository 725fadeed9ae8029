import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import { newEvents } from '../../../src/adapters/testing/store/events.ts';
import { start } from '../support/child.ts';
import { codeOf } from '../support/faults.ts';
import { place } from '../support/folder.ts';
import { opened, rawly, written } from '../support/records.ts';

/** Another program that has the file open. */
function another(path: string): DatabaseSync {
  const db = new DatabaseSync(path);
  onTestFinished(() => {
    if (db.isOpen) db.close();
  });
  return db;
}

describe('while another writes', () => {
  test('an append waits as long as it was told, and then says that the store is busy', async () => {
    const path = place();
    const store = opened(path, { busyTimeoutMs: 20 });
    const other = another(path);
    other.exec('BEGIN IMMEDIATE');
    expect(await codeOf(() => store.append('session-1', 'none', newEvents(1)))).toBe('store-busy');
    other.exec('ROLLBACK');
    expect(await store.append('session-1', 'none', newEvents(1))).toMatchObject({ kind: 'appended', revision: 1 });
  });

  test('reading does not wait, and sees what was there before', async () => {
    const path = place();
    await written(path, 2);
    const store = opened(path, { busyTimeoutMs: 0 });
    const other = another(path);
    other.exec("BEGIN IMMEDIATE; INSERT INTO events (stream, revision, id, event) VALUES ('session-1', 3, 'x', 'x')");
    expect(await store.readAll()).toHaveLength(2);
  });

  test('an append goes on once the other is done', async () => {
    const path = place();
    await written(path, 2);
    const holder = start('holder.ts', path, 'BEGIN IMMEDIATE');
    expect(await holder.line()).toBe('held');
    const writer = start('competitor.ts', path, 'writer', '1');
    expect(await writer.line()).toBe('ready');
    writer.say('go');
    expect(await writer.line()).toBe('opening');
    holder.say('let go');
    expect(await writer.rest()).toMatchObject([expect.stringContaining('"revision":3')]);
    expect([await holder.ended, await writer.ended]).toEqual([0, 0]);
  });
});

describe('while another holds the whole file', () => {
  test('opening waits as long as it was told, and then says that the store is busy', async () => {
    const path = place();
    await written(path, 2);
    const other = another(path);
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    expect(await codeOf(() => openSqliteStore(path, { busyTimeoutMs: 20 }))).toBe('store-busy');
    other.close();
    expect(await opened(path).readAll()).toHaveLength(2);
  });

  test.each(['BEGIN; SELECT 1 FROM events', 'BEGIN IMMEDIATE'])(
    'opening a record that has no log yet waits for whoever is at it: %s',
    async (begin) => {
      const path = place();
      await written(path, 2);
      rawly(path, (db) => db.exec('PRAGMA journal_mode = DELETE'));
      const other = another(path);
      other.exec(begin);
      expect(await codeOf(() => openSqliteStore(path, { busyTimeoutMs: 20 }))).toBe('store-busy');
      other.exec('COMMIT');
      expect(await opened(path).readAll()).toHaveLength(2);
    },
  );

  test.each([
    ['a record that has no log yet', 'PRAGMA journal_mode = DELETE', 'BEGIN IMMEDIATE'],
    ['a record with a log', '', 'PRAGMA locking_mode = EXCLUSIVE; PRAGMA user_version = 1; BEGIN IMMEDIATE'],
  ])('opening %s goes on once the other is done', async (_, before, begin) => {
    const path = place();
    await written(path, 2);
    rawly(path, (db) => db.exec(before));
    const holder = start('holder.ts', path, begin);
    expect(await holder.line()).toBe('held');
    const writer = start('competitor.ts', path, 'writer', '1');
    expect(await writer.line()).toBe('ready');
    writer.say('go');
    expect(await writer.line()).toBe('opening');
    holder.say('let go');
    expect(await writer.rest()).toMatchObject([expect.stringContaining('"revision":3')]);
    expect([await holder.ended, await writer.ended]).toEqual([0, 0]);
  });
});
