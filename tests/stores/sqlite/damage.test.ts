import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { faultOf, isBusy, onFile } from '../../../src/adapters/sqlite/faults.ts';
import { listenersOn } from '../../../src/adapters/sqlite/listeners.ts';
import { transactionsOn } from '../../../src/adapters/sqlite/transaction.ts';
import { newEvent } from '../../../src/adapters/testing/store/newEvent.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';
import { codeOf, faultOf as thrownBy } from '../support/faults.ts';
import { place } from '../support/folder.ts';
import { opened, rawly, written } from '../support/records.ts';

const STREAM = 'session-1';
const readStream = (store: EventStore) => store.readStream(STREAM);
const readAll = (store: EventStore) => store.readAll();
const append = (store: EventStore) => store.append(STREAM, 'any', [newEvent()]);

/** What a hand other than this library's did to a record, and whose call meets it. */
const TAMPERED: readonly [string, string, (store: EventStore) => Promise<unknown>][] = [
  ['an event taken out', 'DELETE FROM events WHERE revision = 2', readStream],
  ['an event taken out', 'DELETE FROM events WHERE revision = 2', readAll],
  [
    'an event moved to another stream',
    `UPDATE events SET stream = 'session-2' WHERE revision = 3`,
    (store) => store.readStream('session-2', { from: 3 }),
  ],
  [
    'an event renumbered',
    'UPDATE events SET revision = 4 WHERE revision = 3',
    (store) => store.readStream(STREAM, { from: 4 }),
  ],
  ['an event that is not JSON', `UPDATE events SET event = '{' WHERE revision = 1`, readStream],
  ['an event that is not JSON', `UPDATE events SET event = '{' WHERE revision = 1`, readAll],
  ['an event that is nothing', `UPDATE events SET event = 'null' WHERE revision = 1`, readStream],
  ['an event that is a number', `UPDATE events SET event = '7' WHERE revision = 1`, readAll],
  ['a space put in', `UPDATE events SET event = replace(event, ',"data"', ', "data"')`, readStream],
  ['a space put in', `UPDATE events SET event = replace(event, ',"data"', ', "data"')`, readAll],
  ['another id in the column', `UPDATE events SET id = 'other' WHERE revision = 2`, readStream],
  ['another revision in the text', `UPDATE events SET event = replace(event, '"revision":3', '"revision":7')`, readAll],
  ['another stream in the column', `UPDATE events SET stream = 'session-2'`, readAll],
  ['letters in another encoding', `UPDATE events SET event = replace(event, 'lefevre', CAST(x'e9' AS TEXT))`, readAll],
  [
    'letters in another encoding',
    `UPDATE events SET event = replace(event, 'lefevre', CAST(x'e9' AS TEXT))`,
    readStream,
  ],
  ['a revision beyond all numbers', 'UPDATE events SET revision = 9007199254740993 WHERE revision = 3', append],
  ['a position beyond all numbers', 'UPDATE events SET position = 9007199254740993 WHERE revision = 3', readAll],
  [
    'a table that takes no events',
    "CREATE TRIGGER closed BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'no'); END",
    append,
  ],
  ['a table taken away', 'DROP TABLE events', readStream],
];

describe('a record that was changed by another hand', () => {
  test.each(TAMPERED)('%s (%s) is found as damage by who meets it', async (_, statement, meet) => {
    const path = place();
    await written(path, 3);
    const store = opened(path);
    rawly(path, (db) => {
      db.exec('DROP TRIGGER events_are_not_changed; DROP TRIGGER events_are_not_deleted');
      db.exec(statement);
    });
    expect(await codeOf(() => meet(store))).toBe('store-damaged');
  });
});

test('an event that is not in the bytes that were stored is named by its stream and revision', async () => {
  const path = place();
  await written(path, 3);
  const store = opened(path);
  rawly(path, (db) => {
    db.exec('DROP TRIGGER events_are_not_changed');
    db.exec(`UPDATE events SET event = replace(event, ',"data"', ', "data"') WHERE revision = 2`);
  });
  const { message } = await thrownBy(() => readStream(store));
  expect(message).toContain(`${path}: stream ${STREAM}, revision 2: `);
});

describe('the texts of a record that was changed by another hand', () => {
  const textsAfter = async (statement: string): Promise<readonly (readonly [string, string])[]> => {
    const path = place();
    await written(path, 3);
    rawly(path, (db) => {
      db.exec('DROP TRIGGER events_are_not_changed; DROP TRIGGER events_are_not_deleted');
      db.exec(statement);
    });
    const read = await opened(path).readTexts?.();
    return (read ?? []).map(({ position, text }) => [position, text]);
  };

  test('are handed out as they stand there, with the gaps in their positions', async () => {
    const statement = `DELETE FROM events WHERE position = 2; UPDATE events SET event = '{' WHERE position = 3`;
    expect(await textsAfter(statement)).toEqual([
      ['1', expect.stringMatching(/^\{"id":/)],
      ['3', '{'],
    ]);
  });

  test('are no JSON where their bytes are no text, though the driver reads them as one', async () => {
    const statement = `UPDATE events SET event = replace(event, 'lefevre', CAST(x'e9' AS TEXT)) WHERE position = 1`;
    const [, text = ''] = (await textsAfter(statement))[0] ?? [];
    expect(text).toMatch(/^\ufffd\{"id":.*"é"/);
  });
});

describe('what the driver throws', () => {
  test.each([
    [1, 'store-damaged'],
    [3, 'store-unwritable'],
    [5, 'store-busy'],
    [5 | (2 << 8), 'store-busy'],
    [6, 'store-busy'],
    [7, 'store-unwritable'],
    [8 | (4 << 8), 'store-unwritable'],
    [10 | (3 << 8), 'store-unwritable'],
    [10 | (2 << 8), 'store-damaged'],
    [10 | (32 << 8), 'store-damaged'],
    [10 | (33 << 8), 'store-damaged'],
    [11, 'store-damaged'],
    [13, 'store-unwritable'],
    [14, 'store-unwritable'],
    [15, 'store-busy'],
    [26, 'store-not-ours'],
  ])('result %i is said as %s', (errcode, code) => {
    const thrown = Object.assign(new Error('the driver’s words'), { errcode });
    expect(faultOf(thrown, 'record')).toMatchObject({ code, message: 'record: the driver’s words', cause: thrown });
    expect(isBusy(thrown)).toBe(code === 'store-busy');
  });

  test.each([new Error('other'), Object.assign(new Error('other'), { errcode: 'EACCES' }), 'text', null])(
    'what is not the driver’s (%s) is thrown on as it is',
    (thrown) => {
      expect(faultOf(thrown, 'record')).toBe(thrown);
      expect(isBusy(thrown)).toBe(false);
      expect(() =>
        onFile('record', () => {
          throw thrown;
        }),
      ).toThrow(thrown instanceof Error ? thrown : undefined);
    },
  );
});

describe('a transaction', () => {
  function counting(): DatabaseSync {
    const db = new DatabaseSync(':memory:');
    onTestFinished(() => {
      if (db.isOpen) db.close();
    });
    db.exec('CREATE TABLE t (x UNIQUE); INSERT INTO t VALUES (1)');
    return db;
  }
  const count = (db: DatabaseSync) => db.prepare('SELECT count(*) AS n FROM t').get();

  test('that fails is undone', () => {
    const db = counting();
    const work = () => db.exec('INSERT INTO t VALUES (2); INSERT INTO t VALUES (1)');
    expect(() => transactionsOn(db)(work)).toThrow(/UNIQUE/);
    expect([db.isTransaction, count(db)]).toEqual([false, { n: 1 }]);
  });

  test('that SQLite has undone itself is not undone twice, so that its own fault is told', () => {
    const db = counting();
    const work = () => db.exec('INSERT INTO t VALUES (2); INSERT OR ROLLBACK INTO t VALUES (1)');
    expect(() => transactionsOn(db)(work)).toThrow(/UNIQUE/);
    expect([db.isTransaction, count(db)]).toEqual([false, { n: 1 }]);
  });

  test('whose file can no longer be asked for news tells its listeners to look, and they are told the fault', async () => {
    const db = counting();
    const listeners = listenersOn(db, 1);
    db.close();
    await new Promise<void>((resolve) => listeners.add(resolve));
    listeners.clear();
  });
});
