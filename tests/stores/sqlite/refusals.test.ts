import { copyFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RECORD } from '../../../src/adapters/sqlite/record.ts';
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import { newEvents } from '../../../src/adapters/testing/store/events.ts';
import type { StoreErrorCode } from '../../../src/domain/store/errors.ts';
import { holds } from '../../support/property.ts';
import { codeOf, faultOf } from '../support/faults.ts';
import { contentsOf, folder, place } from '../support/folder.ts';
import { opened, rawly, written } from '../support/records.ts';

const PAGE = 4_096;

/** Overwrites some bytes of a file. */
function scribble(path: string, offset: number, bytes: Uint8Array): void {
  const content = readFileSync(path);
  content.set(bytes, offset);
  writeFileSync(path, content);
}

/** Copies a record while it is open, as a crash would leave it: with its log, which no one has moved into the file. */
async function crashed(path: string, after: (open: string) => Promise<void> | void): Promise<void> {
  const open = place();
  await written(open, 40);
  const store = openSqliteStore(open);
  await store.append('session-2', 'none', newEvents(1));
  await after(open);
  for (const end of ['', '-wal', '-shm']) copyFileSync(`${open}${end}`, `${path}${end}`);
  await store.close();
}

/** What may lie where a record is looked for, and what must be said of it. */
const NOT_A_RECORD: readonly [string, StoreErrorCode, (path: string) => Promise<void> | void][] = [
  ['a text', 'store-not-ours', (path) => writeFileSync(path, 'Feuille d’émargement\n'.repeat(400))],
  ['one byte', 'store-not-ours', (path) => writeFileSync(path, 'S')],
  ['zeros', 'store-not-ours', (path) => writeFileSync(path, new Uint8Array(3 * PAGE))],
  ['the beginning of a header', 'store-not-ours', (path) => writeFileSync(path, 'SQLite format 3\0')],
  ['a database of another program', 'store-not-ours', (path) => rawly(path, (db) => db.exec('CREATE TABLE t (x)'))],
  [
    'a database that names another program',
    'store-not-ours',
    (path) =>
      rawly(path, (db) => db.exec('PRAGMA application_id = 7; PRAGMA user_version = 1; CREATE TABLE events (x)')),
  ],
  ['a database without tables', 'store-not-ours', (path) => rawly(path, (db) => db.exec('PRAGMA user_version = 1'))],
  ['an emptied database', 'store-not-ours', (path) => rawly(path, (db) => db.exec('VACUUM'))],
  [
    'a database of another program with a log',
    'store-not-ours',
    (path) => {
      rawly(place(), (db) => {
        db.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1)');
        const open = db.location() ?? '';
        for (const end of ['', '-wal', '-shm']) copyFileSync(`${open}${end}`, `${path}${end}`);
      });
    },
  ],
  [
    'a record of a newer version',
    'store-newer',
    async (path) => {
      await written(path, 3);
      rawly(path, (db) => db.exec(`PRAGMA user_version = ${RECORD.steps.length + 1}`));
    },
  ],
  [
    'a record that a newer version has just taken over, still in its log',
    'store-newer',
    (path) => crashed(path, (open) => rawly(open, (db) => db.exec(`PRAGMA user_version = ${RECORD.steps.length + 1}`))),
  ],
  [
    'a record that says of itself that it has no tables',
    'store-damaged',
    async (path) => {
      await written(path, 3);
      rawly(path, (db) => db.exec('PRAGMA user_version = 0'));
    },
  ],
  [
    'a record without its table',
    'store-damaged',
    async (path) => {
      await written(path, 3);
      rawly(path, (db) => db.exec('DROP TABLE events'));
    },
  ],
  [
    'a record of which half is missing',
    'store-damaged',
    async (path) => {
      await written(path, 60);
      truncateSync(path, 4 * PAGE);
    },
  ],
  [
    'a record cut in the middle of a page',
    'store-damaged',
    async (path) => {
      await written(path, 60);
      truncateSync(path, 5 * PAGE + 100);
    },
  ],
  [
    'a record of which only the first page is left',
    'store-damaged',
    async (path) => {
      await written(path, 60);
      truncateSync(path, PAGE);
    },
  ],
  [
    'a record whose log is there, and whose file is damaged',
    'store-damaged',
    async (path) => {
      await crashed(path, () => {});
      scribble(path, 3 * PAGE, new Uint8Array(2 * PAGE).fill(0xa5));
    },
  ],
  [
    'a record emptied beside its log',
    'store-damaged',
    async (path) => {
      await crashed(path, () => {});
      truncateSync(path, 0);
    },
  ],
  [
    'an index that lost a line',
    'store-damaged',
    async (path) => {
      await written(path, 3);
      // The index is filled while it claims to skip a line, and then made to claim that it is whole.
      rawly(path, (db) => {
        db.exec(`DROP INDEX events_by_stream;
          CREATE UNIQUE INDEX events_by_stream ON events (stream, revision) WHERE revision <> 3;
          PRAGMA writable_schema = ON;
          UPDATE sqlite_schema SET sql = replace(sql, ' WHERE revision <> 3', '') WHERE name = 'events_by_stream'`);
      });
    },
  ],
];

describe('a place where something else lies', () => {
  test.each(NOT_A_RECORD)('%s is refused as %s, and stays as it is, with nothing beside it', async (_, code, make) => {
    const path = place();
    await make(path);
    const before = contentsOf(dirname(path));
    const fault = await faultOf(() => openSqliteStore(path));
    expect(fault).toMatchObject({ code, message: expect.stringContaining(path) });
    expect(withoutIndexOfLog(contentsOf(dirname(path)))).toEqual(withoutIndexOfLog(before));
  });

  test('what a link leads to is refused as it would be without the link', async () => {
    const path = place();
    const link = join(folder(), 'link.db');
    await crashed(path, (open) => rawly(open, (db) => db.exec(`PRAGMA user_version = ${RECORD.steps.length + 1}`)));
    symlinkSync(path, link);
    const before = contentsOf(dirname(path));
    expect(await codeOf(() => openSqliteStore(link))).toBe('store-newer');
    expect(withoutIndexOfLog(contentsOf(dirname(path)))).toEqual(withoutIndexOfLog(before));
  });

  test('a log without the file that it belongs to is refused, and stays', async () => {
    const path = place();
    writeFileSync(`${path}-wal`, 'what was written');
    const before = contentsOf(dirname(path));
    expect(await codeOf(() => openSqliteStore(path))).toBe('store-damaged');
    expect(contentsOf(dirname(path))).toEqual(before);
  });

  test('a folder, a device, a missing folder, a file in the place of a folder, a circle of links, no path, no name', async () => {
    const inside = folder();
    mkdirSync(join(inside, 'folder'));
    writeFileSync(join(inside, 'file'), '');
    symlinkSync(join(inside, 'circle'), join(inside, 'circle'));
    const before = contentsOf(join(inside, 'folder'));
    const paths = [
      join(inside, 'folder'),
      '/dev/null',
      join(inside, 'missing', 'record.db'),
      join(inside, 'file', 'record.db'),
      join(inside, 'circle'),
      join(inside, 'a\0b'),
      join(inside, 'a'.repeat(300)),
      '',
    ];
    for (const path of paths)
      expect([path, await codeOf(() => openSqliteStore(path))]).toEqual([path, 'store-unwritable']);
    expect(contentsOf(join(inside, 'folder'))).toEqual(before);
  });
});

/** SQLite's index of a log is made anew by whoever opens it, and holds nothing that the log does not. */
const withoutIndexOfLog = (contents: unknown): unknown =>
  Array.isArray(contents) ? contents.filter(({ name }) => !name.endsWith('-shm')) : contents;

describe('whatever is written over a part of a record', () => {
  test('is refused, or the record reads as it was; never anything else', async () => {
    const sound = place();
    await written(sound, 40);
    const store = opened(sound);
    const known = JSON.stringify(await store.readAll());
    await store.close();
    const { length } = readFileSync(sound);
    let refused = 0;
    const scribbles = fc.record({
      offset: fc.nat(length - 600),
      bytes: fc.uint8Array({ minLength: 500, maxLength: 600, size: 'max' }),
    });
    await holds(
      fc.asyncProperty(scribbles, async ({ offset, bytes }) => {
        const inside = folder();
        const path = join(inside, 'record.db');
        cpSync(sound, path);
        scribble(path, offset, bytes);
        const before = contentsOf(inside);
        const found = await readAll(path);
        if (found !== known) {
          refused++;
          expect(['store-damaged', 'store-not-ours', 'store-newer']).toContain(found);
        }
        expect(contentsOf(inside)).toEqual(before);
      }),
      { runs: 300 },
    );
    expect(refused).toBeGreaterThan(200);
  });
});

/** All that a record reads as, or the code of the fault that it ends in. */
async function readAll(path: string): Promise<string> {
  let text = '';
  return codeOf(async () => {
    const store = openSqliteStore(path);
    try {
      text = JSON.stringify(await store.readAll());
    } finally {
      await store.close();
    }
  }).catch(() => text);
}
