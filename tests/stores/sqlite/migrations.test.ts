import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { headerOf } from '../../../src/adapters/sqlite/header.ts';
import { RECORD } from '../../../src/adapters/sqlite/record.ts';
import { migrate, type Schema } from '../../../src/adapters/sqlite/schema.ts';
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import { codeOf } from '../support/faults.ts';
import { place } from '../support/folder.ts';
import { opened, rawly, written } from '../support/records.ts';

const after = (schema: Schema, step: string): Schema => ({ ...schema, steps: [...schema.steps, step] });

const NEXT = after(RECORD, 'ALTER TABLE events ADD COLUMN stored_at INTEGER');
const AFTER_NEXT = after(NEXT, 'CREATE INDEX events_by_time ON events (stored_at)');
const WRONG = after(NEXT, 'CREATE TABLE more (x); ALTER TABLE missing ADD COLUMN x');

function memory(): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  onTestFinished(() => db.close());
  return db;
}

const schemaOf = (db: DatabaseSync): unknown[] => db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();

describe('a file’s schema', () => {
  test('says whose it is and how many steps it has taken', async () => {
    const path = place();
    await written(path, 1);
    const header = rawly(path, headerOf);
    expect(header).toMatchObject({ applicationId: RECORD.applicationId, userVersion: RECORD.steps.length });
    expect(Buffer.from(RECORD.applicationId.toString(16), 'hex').toString()).toBe('Emrg');
  });

  test('is the same whether the steps were taken at once or one by one', () => {
    const [atOnce, oneByOne] = [memory(), memory()];
    migrate(atOnce, 'at once', AFTER_NEXT);
    for (const steps of [RECORD, NEXT, AFTER_NEXT]) migrate(oneByOne, 'one by one', steps);
    expect(schemaOf(oneByOne)).toEqual(schemaOf(atOnce));
    expect(headerOf(oneByOne).userVersion).toBe(AFTER_NEXT.steps.length);
  });

  test('takes only the steps that it has not taken, and keeps every event', async () => {
    const path = place();
    await written(path, 5);
    const before = await opened(path).readAll();
    rawly(path, (db) => {
      migrate(db, path, NEXT);
      const unchanged = headerOf(db);
      migrate(db, path, NEXT);
      expect(headerOf(db)).toEqual(unchanged);
      const texts = db.prepare('SELECT event, stored_at FROM events ORDER BY position').all();
      expect(texts.map(({ event }) => JSON.parse(String(event)))).toEqual(before.map(({ event }) => event));
    });
    expect(await codeOf(() => openSqliteStore(path))).toBe('store-newer');
  });

  test('stays as it was where a step fails', () => {
    const db = memory();
    migrate(db, 'record', NEXT);
    const [schema, header] = [schemaOf(db), headerOf(db)];
    expect(() => migrate(db, 'record', WRONG)).toThrow(/no such table: missing/);
    expect(schemaOf(db)).toEqual(schema);
    expect(headerOf(db)).toMatchObject({ userVersion: header.userVersion });
    expect(db.isTransaction).toBe(false);
  });

  test('of another program takes no step, even where nobody looked before', () => {
    const db = memory();
    db.exec('CREATE TABLE t (x)');
    expect(() => migrate(db, 'record', RECORD)).toThrow(/not a record of this library/);
    expect(schemaOf(db)).toMatchObject([{ name: 't' }]);
  });
});
