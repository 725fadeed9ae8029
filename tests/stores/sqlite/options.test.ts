import { describe, expect, onTestFinished, test } from 'vitest';
import { connect } from '../../../src/adapters/sqlite/connection.ts';
import { pragma } from '../../../src/adapters/sqlite/header.ts';
import { type SqliteStoreOptions, withDefaults } from '../../../src/adapters/sqlite/options.ts';
import { RECORD } from '../../../src/adapters/sqlite/record.ts';
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import { codeOf } from '../support/faults.ts';
import { place } from '../support/folder.ts';

const FULL = 2;
const NORMAL = 1;

function connected(options: SqliteStoreOptions) {
  const { db } = connect(RECORD, place(), withDefaults(options));
  onTestFinished(() => db.close());
  return db;
}

describe('the options of a SQLite store', () => {
  test.each<[SqliteStoreOptions, number]>([
    [{}, FULL],
    [{ synchronous: 'full' }, FULL],
    [{ synchronous: 'normal' }, NORMAL],
  ])('%j: the disk is told to write at level %i', (options, level) => {
    expect(pragma(connected(options), 'synchronous')).toBe(level);
  });

  test.each<[SqliteStoreOptions, number]>([
    [{}, 5_000],
    [{ busyTimeoutMs: 0 }, 0],
    [{ busyTimeoutMs: 70 }, 70],
  ])('%j: others are waited for during %i ms', (options, timeout) => {
    expect(connected(options).prepare('PRAGMA busy_timeout').get()).toEqual({ timeout });
  });

  test('there is a write-ahead log, so that readers never wait for a writer', () => {
    expect(connected({}).prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  });

  test.each([
    { synchronous: 'off' },
    { synchronous: null },
    { busyTimeoutMs: -1 },
    { busyTimeoutMs: 0.5 },
    { busyTimeoutMs: '5' },
    { busyTimeoutMs: 2 ** 31 },
    { pollMs: 0 },
    { pollMs: Number.NaN },
  ])('%j are refused', async (options) => {
    expect(await codeOf(() => openSqliteStore(place(), options as SqliteStoreOptions))).toBe('range-invalid');
  });
});
