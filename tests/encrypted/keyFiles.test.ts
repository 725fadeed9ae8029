import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { encrypted } from '../../src/adapters/encrypted/encrypted.ts';
import { openKeyring } from '../../src/adapters/encrypted/openKeyring.ts';
import { rotateMasterKey } from '../../src/adapters/encrypted/rotate.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { headerOf } from '../../src/adapters/sqlite/header.ts';
import { KEY_FILE } from '../../src/adapters/sqlite/keys/file.ts';
import { openSqliteKeys } from '../../src/adapters/sqlite/keys/keys.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts';
import { newEvent } from '../../src/adapters/testing/store/newEvent.ts';
import type { StoreErrorCode } from '../../src/domain/store/errors.ts';
import type { KeptKey, KeyTable } from '../../src/domain/store/keys.ts';
import { start } from '../stores/support/child.ts';
import { codeOf, faultOf } from '../stores/support/faults.ts';
import { contentsOf, folder, place } from '../stores/support/folder.ts';
import { rawly, written } from '../stores/support/records.ts';
import { holds } from '../support/property.ts';
import { keyFaultOf } from './support/faults.ts';
import { MASTER, masterKey } from './support/master.ts';

/** Opens a table that is closed when the test is over. */
function opened(path: string): KeyTable {
  const table = openSqliteKeys(path, { busyTimeoutMs: 10_000 });
  onTestFinished(() => table.close());
  return table;
}

/** A key that no other has, as it is kept. */
function keyOf(n: number): KeptKey & { readonly wrapped: string } {
  const bytes = createHash('sha512').update(`key ${n}`).digest();
  const wrapped = bytes.subarray(0, 60).toString('base64url');
  return { stream: `session-${n % 37}`, person: `candidate-${n + 1}`, master: 'master-1', wrapped };
}

/** Whether a wrapped key stands in any file of a folder, as it is written or as bytes, whole or in part. */
function isFound(path: string, wrapped: string): boolean {
  const parts = [0, 20, 40, 60].map((at) => wrapped.slice(at, at + 20));
  const needles = parts.flatMap((part) => [Buffer.from(part), Buffer.from(part, 'base64url')]);
  return readdirSync(path).some((name) => {
    const bytes = readFileSync(join(path, name));
    return needles.some((needle) => bytes.includes(needle));
  });
}

/** Writes a table of so many keys, and closes it. */
async function keysWritten(path: string, count: number): Promise<void> {
  const table = openSqliteKeys(path);
  for (let n = 0; n < count; n++) await table.add(keyOf(n));
  await table.close();
}

describe('a key that was destroyed or wrapped anew', () => {
  test('is found in no file any more, however the table grew, while others have it open and after', async () => {
    await holds(
      fc.asyncProperty(
        fc.array(fc.record({ at: fc.nat(), by: fc.constantFrom('destroy', 'rewrap') }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 60 }),
        async (ends, more) => {
          const home = folder();
          const path = join(home, 'keys.db');
          const [table, neighbour] = [openSqliteKeys(path), openSqliteKeys(path)];
          // Added in one transaction: what is tried here is where SQLite puts them.
          const count = 150 + more;
          for (let n = 0; n < more; n++) await table.add(keyOf(n));
          grown(path, more, count);
          const gone: string[] = [];
          for (const [turn, { at, by }] of ends.entries()) {
            const key = keyOf(at % count);
            await neighbour.ofStream(key.stream);
            expect(isFound(home, key.wrapped)).toBe(!gone.includes(key.wrapped));
            if (by === 'destroy') await table.destroy(key.stream, key.person);
            else
              await table.rewrap(key, {
                ...key,
                master: 'a master key of a longer name'.replaceAll(' ', '-'),
                wrapped: keyOf(10_000 + turn).wrapped,
              });
            gone.push(key.wrapped);
            for (const one of gone) expect(isFound(home, one)).toBe(false);
          }
          await table.close();
          await neighbour.close();
          for (const one of gone) expect(isFound(home, one)).toBe(false);
          expect(readdirSync(home)).toEqual(['keys.db']);
        },
      ),
      { runs: 6 },
    );
  });

  test('so that the old master key opens nothing of the file after a rotation', async () => {
    const path = place();
    const keyring = await openKeyring(openSqliteKeys(path), { current: MASTER });
    for (let n = 1; n <= 30; n++) await keyring.keyFor('session-1', `candidate-${n}`);
    await keyring.close();
    const table = opened(path);
    const before = await table.page(null, 100);
    await rotateMasterKey(table, { current: masterKey('master-2', 2), others: [MASTER] });
    for (const { wrapped } of before) expect(isFound(dirname(path), wrapped ?? '')).toBe(false);
  });
});

/** Adds many keys at once, as the table itself would one by one. */
function grown(path: string, from: number, to: number): void {
  rawly(path, (db) => {
    const secret = db.prepare('INSERT INTO secrets (wrapped) VALUES (?)');
    const key = db.prepare('INSERT INTO keys (stream, person, master, secret) VALUES (?, ?, ?, ?)');
    db.exec(`${KEY_FILE.settings}; BEGIN`);
    for (let n = from; n < to; n++) {
      const { stream, person, master, wrapped } = keyOf(n);
      key.run(stream, person, master, secret.run(wrapped).lastInsertRowid);
    }
    db.exec('COMMIT');
  });
}

/** What may lie where a table of keys is looked for, and what must be said of it. */
const NO_TABLES: readonly [string, StoreErrorCode, (path: string) => Promise<void> | void][] = [
  ['a text', 'store-not-ours', (path) => writeFileSync(path, 'Feuille d’émargement\n'.repeat(400))],
  ['a database of another program', 'store-not-ours', (path) => rawly(path, (db) => db.exec('CREATE TABLE t (x)'))],
  ['a record', 'store-not-ours', (path) => written(path, 3)],
  [
    'a table of a newer version',
    'store-newer',
    async (path) => {
      await keysWritten(path, 3);
      rawly(path, (db) => db.exec(`PRAGMA user_version = ${KEY_FILE.steps.length + 1}`));
    },
  ],
  [
    'a table without its keys',
    'store-damaged',
    async (path) => {
      await keysWritten(path, 3);
      rawly(path, (db) => db.exec('DROP TABLE secrets'));
    },
  ],
  [
    'a table of which half is missing',
    'store-damaged',
    async (path) => {
      await keysWritten(path, 60);
      truncateSync(path, 3 * 4_096);
    },
  ],
];

describe('a file of keys', () => {
  test.each(NO_TABLES)('is not made of %s (%s), which stays as it was', async (_, code, lay) => {
    const path = place();
    await lay(path);
    const before = contentsOf(dirname(path));
    const fault = await faultOf(() => openSqliteKeys(path));
    expect(fault).toMatchObject({ code, message: expect.stringContaining(path) });
    expect(contentsOf(dirname(path))).toEqual(before);
  });

  test('is no record, and stays as it was where it is taken for one', async () => {
    const path = place();
    await keysWritten(path, 3);
    const before = contentsOf(dirname(path));
    expect(await codeOf(() => openSqliteStore(path))).toBe('store-not-ours');
    expect(contentsOf(dirname(path))).toEqual(before);
  });

  test('says whose it is, and keeps its keys and its notes', async () => {
    const path = place();
    await keysWritten(path, 40);
    expect(rawly(path, headerOf)).toMatchObject({ applicationId: KEY_FILE.applicationId, userVersion: 1 });
    expect(Buffer.from(KEY_FILE.applicationId.toString(16), 'hex').toString()).toBe('EmKy');
    const table = opened(path);
    await table.addNote('a', 'b');
    const again = opened(path);
    expect(await again.note('a')).toBe('b');
    expect(new Set(await again.page(null, 100))).toEqual(new Set(Array.from({ length: 40 }, (_, n) => keyOf(n))));
  });

  test.each([
    ['a key taken away', "UPDATE keys SET secret = 999 WHERE person = 'candidate-1'"],
    ['a key that is none', `UPDATE secrets SET wrapped = '${'?'.repeat(80)}' WHERE id = 1`],
    ['a key of nobody', "UPDATE keys SET person = 'pupil-1' WHERE person = 'candidate-1'"],
    ['a key of no master key', "UPDATE keys SET master = 'a b' WHERE person = 'candidate-1'"],
  ])('in which another hand left %s is damaged for whoever meets it', async (_, statement) => {
    const path = place();
    await keysWritten(path, 3);
    const table = opened(path);
    rawly(path, (db) => db.exec(statement));
    expect(await codeOf(() => table.ofStream('session-0'))).toBe('store-damaged');
    expect(await codeOf(() => table.page(null, 10))).toBe('store-damaged');
  });

  test.each([
    ['the wrong master key', { current: masterKey('master-1', 9) }, 'master-key-wrong'],
    ['a master key that never wrapped anything of it', { current: masterKey('master-9', 9) }, 'master-key-missing'],
  ])('that is opened with %s stays as it was, byte for byte', async (_, masters, code) => {
    const path = place();
    const keyring = await openKeyring(openSqliteKeys(path), { current: MASTER });
    await keyring.keyFor('session-1', 'candidate-1');
    await keyring.close();
    const before = contentsOf(dirname(path));
    const table = openSqliteKeys(path);
    expect((await keyFaultOf(() => openKeyring(table, masters))).code).toBe(code);
    await table.close();
    expect(contentsOf(dirname(path))).toEqual(before);
  });

  test('of which one key was changed opens all others, names this one, and stays as it was', async () => {
    const path = place();
    const log = openMemoryStore();
    const comment = (candidate: number) => newEvent({ type: 'CommentAdded', data: { candidate, text: 'Absente' } });
    const store = encrypted(log, await openKeyring(openSqliteKeys(path), { current: MASTER }));
    await store.append('session-1', 0, [comment(1)]);
    await store.append('session-2', 0, [comment(2)]);
    rawly(path, (db) => {
      const flip = "iif(substr(wrapped, 30, 1) = 'A', 'B', 'A')";
      db.exec(`UPDATE secrets SET wrapped = substr(wrapped, 1, 29) || ${flip} || substr(wrapped, 31) WHERE id = 2`);
    });
    const before = contentsOf(dirname(path));
    expect(await store.readStream('session-1')).toMatchObject([{ data: { text: 'Absente' } }]);
    expect(await keyFaultOf(() => store.readStream('session-2'))).toMatchObject({
      code: 'key-damaged',
      message: expect.stringMatching(/candidate-2 of stream session-2/),
    });
    await store.close();
    expect(contentsOf(dirname(path))).toEqual(before);
  });

  test('copied before an erasure brings the data back: it is no backup to keep beside the record', async () => {
    const [path, copy] = [place(), place()];
    const log = openMemoryStore();
    const store = encrypted(log, await openKeyring(openSqliteKeys(path), { current: MASTER }));
    await store.append('session-1', 0, [newEvent({ type: 'SessionCommentAdded', data: { text: 'Bruit' } })]);
    copyFileSync(path, copy);
    await store.erase?.('session-1', 'session');
    const old = encrypted(log, await openKeyring(opened(copy), { current: MASTER }));
    expect(await store.readStream('session-1')).toMatchObject([{ data: { text: { erased: true } } }]);
    expect(await old.readStream('session-1')).toMatchObject([{ data: { text: 'Bruit' } }]);
  });
});

describe('several processes with one file of keys', () => {
  test('get the same keys, whoever makes them', async () => {
    const path = place();
    const children = Array.from({ length: 3 }, () => start('keyMaker.ts', path, '12'));
    for (const child of children) expect(await child.line()).toBe('ready');
    for (const child of children) child.say('go');
    const said = await Promise.all(children.map((child) => child.rest()));
    expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    const [first] = said;
    expect(new Set(first).size).toBe(12);
    for (const keys of said) expect(keys).toEqual(first);
  });

  test('see at once what another destroyed', async () => {
    const path = place();
    const child = start('keyMaker.ts', path, '2');
    expect(await child.line()).toBe('ready');
    const keyring = await openKeyring(opened(path), { current: MASTER });
    await keyring.keyFor('session-1', 'candidate-1');
    await keyring.keyFor('session-1', 'candidate-3');
    child.say('go');
    await child.rest();
    expect((await keyring.keysOf('session-1')).size).toBe(3);
    const eraser = start('keyEraser.ts', path, 'session-1', 'candidate-1');
    expect(await eraser.rest()).toEqual(['erased']);
    expect([...(await keyring.keysOf('session-1')).keys()].sort()).toEqual(['candidate-2', 'candidate-3']);
    expect(await keyring.keyFor('session-1', 'candidate-1')).toBeNull();
  });
});
