import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import { newEvents, revisionsOf } from '../../../src/adapters/testing/store/events.ts';
import { start, startOnFullDisk } from '../support/child.ts';
import { contentsOf, place } from '../support/folder.ts';
import { opened } from '../support/records.ts';

const BATCH = 7;

describe('a process that is killed', () => {
  test('in the middle of its appends has lost none that was acknowledged, and left no half of one', async () => {
    const path = place();
    for (const acknowledgements of [1, 2, 5, 40, 3, 100]) {
      const child = start('endless.ts', path, `${BATCH}`);
      expect(await child.line()).toBe('opening');
      let last = await child.line();
      for (let n = 1; n < acknowledgements; n++) last = await child.line();
      child.kill();
      last = (await child.rest()).at(-1) ?? last;
      expect(await child.ended).toBe(null);
      const store = openSqliteStore(path);
      const revisions = revisionsOf(await store.readStream('session-1'));
      expect(revisions).toEqual(revisions.map((_, index) => index + 1));
      expect(revisions.length % BATCH).toBe(0);
      expect(revisions.length).toBeGreaterThanOrEqual(Number(last));
      expect(await store.append('session-2', 'any', newEvents(1))).toMatchObject({ kind: 'appended' });
      await store.close();
    }
  });

  test('while it makes the file leaves a place where a record can be made', async () => {
    for (let round = 0; round < 10; round++) {
      const path = place();
      const child = start('endless.ts', path);
      expect(await child.line()).toBe('opening');
      child.kill();
      await child.ended;
      const store = opened(path);
      const stored = (await store.readStream('session-1')).length;
      expect(await store.append('session-1', stored, newEvents(1))).toMatchObject({ kind: 'appended' });
    }
  });
});

describe('a disk that is full', () => {
  test('while the file is made leaves nothing half-written', async () => {
    for (const blocks of [0, 8, 16]) {
      const path = place();
      const said = await startOnFullDisk(blocks, 'endless.ts', path).rest();
      expect(said).toEqual(['opening', expect.stringContaining('"store-unwritable"')]);
      expect(contentsOf(dirname(path))).toMatchObject([{ name: 'record.db', bytes: '' }]);
      expect(await opened(path).append('session-1', 'none', newEvents(1))).toMatchObject({ kind: 'appended' });
    }
  });

  test('while events are stored is a fault, after which all that was acknowledged is there and no more', async () => {
    const path = place();
    const child = startOnFullDisk(400, 'endless.ts', path, `${BATCH}`);
    const said = await child.rest();
    expect(JSON.parse(said.at(-1) ?? '')).toMatchObject({ code: 'store-unwritable' });
    expect(said.length).toBeGreaterThan(3);
    expect(await opened(path).readStream('session-1')).toHaveLength(Number(said.at(-2)));
  });
});
