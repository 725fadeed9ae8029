import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { find, openProjector, type RebuildProgress } from '../../src/adapters/projector/index.ts';
import type { ReadModel } from '../../src/projections/readModels/readModel.ts';
import { rowsIn, rowsOf } from './support/compared.ts';
import { writeComments } from './support/events.ts';
import { type Noted, notes, throwingAt } from './support/models.ts';
import { KINDS, opened } from './support/views.ts';

/** The next version of the model, whose rows look otherwise. */
const louder: ReadModel<Noted> = {
  ...notes,
  version: 2,
  row: {
    ...notes.row,
    on: {
      SessionCommentAdded: ({ notes: before }, { data }) => ({ notes: [...before, String(data.text).toUpperCase()] }),
    },
  },
};

describe.each(KINDS)('a rebuild with views in $kind', ({ open }) => {
  test('is what a new version of a model waits for; meanwhile the former rows are served, to who knows how to read them', async () => {
    const store = openMemoryStore();
    const views = opened(open);
    await writeComments(store, 6);
    await openProjector(store, views, [notes]).catchUp();
    await writeComments(store, 3, 3, 6);
    const projector = openProjector(store, views, [louder]);
    await projector.catchUp();
    expect(await projector.status()).toMatchObject([
      { version: 2, state: 'outdated', position: '6', lag: 3, rebuild: null },
    ]);
    expect(await find(views, louder)).toBeNull();
    expect((await find(views, notes))?.rows).toHaveLength(3);
    expect(await projector.rebuild('notes')).toBe(true);
    expect(await projector.status()).toMatchObject([{ version: 2, state: 'live', position: '9', lag: 0 }]);
    expect(await rowsIn(views, louder)).toEqual(await rowsOf(store, louder));
    expect(await find(views, notes)).toBeNull();
  });

  test('runs beside the live rows, which go on, and takes their place with all that came meanwhile', async () => {
    const store = openMemoryStore();
    const views = opened(open);
    await writeComments(store, 30);
    const projector = openProjector(store, views, [notes], { batch: 4 });
    await projector.catchUp();
    const stop = new AbortController();
    const running = projector.run(stop.signal);
    let written = 30;
    const during: unknown[] = [];
    const onProgress = ({ events }: RebuildProgress) => {
      if (events % 3 === 0) void writeComments(store, 1, 3, written++);
      during.push(events);
    };
    expect(await projector.rebuild('notes', { onProgress })).toBe(true);
    expect(during.length).toBeGreaterThan(5);
    await writeComments(store, 5, 3, written);
    await expect.poll(() => projector.status()).toMatchObject([{ state: 'live', lag: 0, rebuild: null }]);
    stop.abort();
    await running;
    expect(await rowsIn(views, notes)).toEqual(await rowsOf(store, notes));
    expect(await views.all()).toHaveLength(1);
  });

  test('that was given up is gone on with where it was, and shows as such', async () => {
    const store = openMemoryStore();
    const views = opened(open);
    await writeComments(store, 25_000, 50);
    const projector = openProjector(store, views, [notes], { batch: 1_000 });
    await projector.catchUp();
    const stop = new AbortController();
    const onProgress = ({ position }: RebuildProgress) => position !== null && stop.abort(new Error('enough'));
    await expect(projector.rebuild('notes', { onProgress, signal: stop.signal })).rejects.toThrow('enough');
    const [status] = await projector.status();
    expect(status).toMatchObject({ state: 'live', position: '25000', rebuild: { version: 1, position: '1000' } });
    const seen: RebuildProgress[] = [];
    expect(await projector.rebuild('notes', { onProgress: (one) => seen.push(one) })).toBe(true);
    expect(seen.at(-1)).toEqual({ events: 24_000, position: '25000' });
    expect(await rowsIn(views, notes)).toEqual(await rowsOf(store, notes));
  });

  test('that stops leaves what is live as it is, and begins anew when it is asked for again', async () => {
    const store = openMemoryStore();
    const views = opened(open);
    await writeComments(store, 9);
    await openProjector(store, views, [notes]).catchUp();
    const broken = openProjector(store, views, [throwingAt('comment 4')]);
    expect(await broken.rebuild('notes')).toBe(false);
    expect(await broken.status()).toMatchObject([
      { state: 'live', position: '9', rebuild: { position: '4', stopped: { position: '5' } } },
    ]);
    expect(await rowsIn(views, notes)).toEqual(await rowsOf(store, notes));
    const seen: RebuildProgress[] = [];
    const mended = openProjector(store, views, [notes]);
    expect(await mended.rebuild('notes', { onProgress: (one) => seen.push(one) })).toBe(true);
    expect(seen.at(-1)?.events).toBe(9);
  });

  test('by two at once is one rebuild', async () => {
    const store = openMemoryStore();
    const views = opened(open);
    await writeComments(store, 40);
    const [one, other] = [1, 3].map((batch) => openProjector(store, views, [notes], { batch }));
    expect(await Promise.all([one?.rebuild('notes'), other?.rebuild('notes')])).toEqual([true, true]);
    expect(await rowsIn(views, notes)).toEqual(await rowsOf(store, notes));
    expect(await views.all()).toHaveLength(1);
  });

  test('of one version in the place of another that somebody had begun leaves nothing of that', async () => {
    const store = openMemoryStore();
    const views = opened(open);
    await writeComments(store, 9);
    await views.begin('notes', 1);
    expect(await openProjector(store, views, [louder]).rebuild('notes')).toBe(true);
    expect(await views.all()).toMatchObject([{ version: 2, isLive: true }]);
  });
});
