import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openProjector } from '../../src/adapters/projector/index.ts';
import { openSqliteViews } from '../../src/adapters/sqlite/views/views.ts';
import { type History, histories } from '../../src/adapters/testing/histories/histories.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import { type Child, start } from '../stores/support/child.ts';
import { place } from '../stores/support/folder.ts';
import { opened } from '../stores/support/records.ts';
import { seed } from '../support/property.ts';
import { rowsIn, rowsOf } from './support/compared.ts';
import { renamed, writeInTurns } from './support/events.ts';
import { sheets } from './support/models.ts';
import { opened as openedViews } from './support/views.ts';

const WORKER = '../../projector/workers/projecting.ts';

/** A record of some sessions in a file. */
async function recordAt(path: string): Promise<EventStore> {
  const store = opened(path, { synchronous: 'normal' });
  const isLong = ({ events }: History) => events.length > 60;
  const sessions = fc.sample(histories().filter(isLong), { seed, numRuns: 3 }).map(({ events }) => events);
  const turns = fc.sample(fc.nat(2), { seed, numRuns: 150 });
  await writeInTurns(store, renamed(sessions), turns);
  return store;
}

/** Lets a process go on until it has said so many checkpoints, and then nothing of it runs any more. */
async function killedAfter(child: Child, checkpoints: number): Promise<void> {
  for (let n = 0; n < checkpoints; n++) await child.line();
  child.kill();
  expect(await child.ended).toBeNull();
}

describe('a projector whose process is killed between two batches', () => {
  test('goes on where it was, and takes in nothing twice', async () => {
    const [record, file] = [place(), place()];
    const store = await recordAt(record);
    for (const checkpoints of [1, 4, 2, 7]) await killedAfter(start(WORKER, record, file, 'catchUp'), checkpoints);
    const views = openedViews(() => openSqliteViews(file));
    const projector = openProjector(store, views, [sheets]);
    const [{ state, position } = { state: null, position: null }] = await projector.status();
    expect(state).toBe('building');
    expect(Number(position)).toBeGreaterThanOrEqual(14 * 5);
    await projector.catchUp();
    expect(await rowsIn(views, sheets)).toEqual(await rowsOf(store, sheets));
  });

  test('in a rebuild goes on with it, and what is live is served all the while', async () => {
    const [record, file] = [place(), place()];
    const store = await recordAt(record);
    const views = openedViews(() => openSqliteViews(file));
    const projector = openProjector(store, views, [sheets]);
    await projector.catchUp();
    const rows = await rowsOf(store, sheets);
    for (const checkpoints of [3, 5]) {
      await killedAfter(start(WORKER, record, file, 'rebuild'), checkpoints);
      expect(await rowsIn(views, sheets)).toEqual(rows);
    }
    const [before] = await projector.status();
    expect(Number(before?.rebuild?.position)).toBeGreaterThanOrEqual(8 * 5);
    let events = 0;
    await projector.rebuild('sheets', { onProgress: (progress) => (events = progress.events) });
    expect(events).toBe((await store.readAll()).length - Number(before?.rebuild?.position));
    expect(await rowsIn(views, sheets)).toEqual(rows);
    expect(await views.all()).toHaveLength(1);
  });
});

describe('two projectors in processes of their own on one file of views', () => {
  test('take each event in once between them', async () => {
    const [record, file] = [place(), place()];
    const store = await recordAt(record);
    const children = [start(WORKER, record, file, 'catchUp'), start(WORKER, record, file, 'catchUp')];
    const said = await Promise.all(children.map((child) => child.rest()));
    expect(said.map((lines) => lines.at(-1))).toEqual(['done', 'done']);
    const checkpoints = said.flat().filter((line) => /^[0-9]+$/.test(line));
    expect(new Set(checkpoints).size).toBe(checkpoints.length);
    const views = openedViews(() => openSqliteViews(file));
    expect(await rowsIn(views, sheets)).toEqual(await rowsOf(store, sheets));
  });
});
