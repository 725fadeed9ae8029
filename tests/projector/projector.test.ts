import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { find, openProjector } from '../../src/adapters/projector/index.ts';
import { openRegister } from '../../src/service/register.ts';
import { codeOf } from '../stores/support/faults.ts';
import { must, plan, running } from '../support/asked.ts';
import { rowsIn, rowsOf } from './support/compared.ts';
import { commented, writeComments } from './support/events.ts';
import { type Noted, notes, sheets, throwingAt } from './support/models.ts';
import { KINDS, opened } from './support/views.ts';

/** Keeps views up to date for the time of some work. */
async function whileRunning(projector: ReturnType<typeof openProjector>, work: () => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const running = projector.run(stop.signal);
  try {
    await Promise.race([work(), running.then(() => Promise.reject(new Error('it ended')))]);
  } finally {
    stop.abort();
    await running;
  }
}

describe.each(KINDS)('a projector with views in $kind', ({ open }) => {
  test('takes in what is stored, and finds sessions by what was asked for', async () => {
    const store = openMemoryStore();
    const views = opened(open);
    const { register } = await running(store, 's', 3);
    await must(
      openRegister(store).handle(
        plan('t', { examiners: [{ id: 'martin', name: { surname: 'Martin', firstName: 'Zoé' } }] }),
      ),
    );
    const projector = openProjector(store, views, [sheets, notes]);
    expect(await find(views, sheets)).toBeNull();
    await projector.catchUp();
    const found = await find(views, sheets, { date: '2019-05-14', candidates: { from: 1 } });
    expect(found?.rows).toEqual([{ stream: 'session-s', row: await register.sheet('s') }]);
    expect(found?.position).toBe((await store.readAll()).at(-1)?.position);
    expect((await find(views, sheets, { examiner: 'martin' }))?.rows).toHaveLength(1);
    // Nobody commented, and what reserves an access code is of no session.
    expect((await find(views, notes))?.rows).toEqual([]);
  });

  test('follows what comes, until it is told to end', async () => {
    const store = openMemoryStore();
    await writeComments(store, 10);
    const views = opened(open);
    const projector = openProjector(store, views, [notes], { batch: 3 });
    await whileRunning(projector, async () => {
      await expect.poll(() => rowsIn(views, notes)).toEqual(await rowsOf(store, notes));
      await writeComments(store, 20, 3, 10);
      await expect.poll(() => rowsIn(views, notes)).toEqual(await rowsOf(store, notes));
    });
    await writeComments(store, 1, 3, 30);
    expect(await projector.status()).toMatchObject([{ state: 'live', lag: 1 }]);
  });

  test('keeps a row that is not shown, and folds it on', async () => {
    const store = openMemoryStore();
    const views = opened(open);
    const many = { ...notes, keeps: (row: Noted) => row.notes.length > 1 };
    const projector = openProjector(store, views, [many]);
    await writeComments(store, 1, 1);
    await projector.catchUp();
    expect(await rowsIn(views, many)).toEqual({});
    await writeComments(store, 1, 1, 1);
    await projector.catchUp();
    expect(await rowsIn(views, many)).toEqual({ 'session-0': { notes: ['1: comment 0', '2: comment 1'] } });
  });

  test('stops one view at an event at which its model throws, right before it, and no other', async () => {
    const store = openMemoryStore();
    const views = opened(open);
    await writeComments(store, 12);
    const [poisoned, healthy] = [{ ...throwingAt('comment 7'), name: 'poisoned' }, notes];
    const projector = openProjector(store, views, [poisoned, healthy], { batch: 5 });
    await projector.catchUp();
    const fault = { error: 'TypeError: comment 7 cannot be noted', position: '8' };
    expect(await projector.status()).toMatchObject([
      { model: 'poisoned', state: 'stopped', position: '7', lag: 5, stopped: fault },
      { model: 'notes', state: 'live', position: '12', lag: 0, stopped: null },
    ]);
    // It was stopped while it was built, so that nobody takes what there is for all.
    expect(await find(views, poisoned)).toBeNull();
    await projector.catchUp();
    expect(await projector.status()).toMatchObject([{ stopped: fault }, { stopped: null }]);
  });

  test('serves the view that it stopped, and goes on with it by a retry once the model is mended', async () => {
    const store = openMemoryStore();
    const views = opened(open);
    await writeComments(store, 4);
    await openProjector(store, views, [notes]).catchUp();
    await writeComments(store, 4, 3, 4);
    const broken = throwingAt('comment 5');
    const projector = openProjector(store, views, [broken]);
    await whileRunning(projector, async () => {
      await expect.poll(() => projector.status()).toMatchObject([{ state: 'stopped', position: '5' }]);
      expect(Object.keys((await rowsIn(views, notes)) ?? {})).toHaveLength(3);
      // The same again: it stops at the same.
      await projector.retry('notes');
      await expect.poll(() => projector.status()).toMatchObject([{ state: 'stopped', position: '5' }]);
    });
    const mended = openProjector(store, views, [notes]);
    await whileRunning(mended, async () => {
      expect(await mended.status()).toMatchObject([{ state: 'stopped', position: '5' }]);
      await mended.retry('notes');
      await expect.poll(() => mended.status()).toMatchObject([{ state: 'live', position: '8', stopped: null }]);
    });
    expect(await rowsIn(views, notes)).toEqual(await rowsOf(store, notes));
  });

  test('is told of a retry by another process with the next event that is stored', async () => {
    const store = openMemoryStore();
    const views = opened(open);
    await writeComments(store, 2);
    await openProjector(store, views, [throwingAt('comment 1')]).catchUp();
    const projector = openProjector(store, views, [notes]);
    await whileRunning(projector, async () => {
      await openProjector(store, views, [notes]).retry('notes');
      await writeComments(store, 1, 3, 2);
      await expect.poll(() => projector.status()).toMatchObject([{ state: 'live', position: '3' }]);
    });
  });

  test.each([
    ['the columns', { columns: { bad: () => [Number.NaN] } }],
    [
      'whether it is kept',
      {
        keeps: () => {
          throw new Error('no');
        },
      },
    ],
  ] as const)('stops as well at what a model says of %s', async (_, bad) => {
    const store = openMemoryStore();
    await writeComments(store, 2);
    const projector = openProjector(store, opened(open), [{ ...notes, ...bad }]);
    await projector.catchUp();
    expect(await projector.status()).toMatchObject([{ state: 'stopped', position: null, stopped: { position: '1' } }]);
  });

  test('passes over a type of event that nobody knows, and stops at a later version of one that is known', async () => {
    const store = openMemoryStore();
    const views = opened(open);
    await store.append('session-1', 0, [commented(1), { ...commented(2), type: 'TeaServed' }, commented(3)]);
    const projector = openProjector(store, views, [notes]);
    await projector.catchUp();
    expect(await rowsIn(views, notes)).toEqual({ 'session-1': { notes: ['1: comment 1', '3: comment 3'] } });
    await store.append('session-1', 3, [{ ...commented(4), schemaVersion: 99 }]);
    await projector.catchUp();
    const error = expect.stringContaining('session-1, revision 4: SessionCommentAdded of version 99');
    expect(await projector.status()).toMatchObject([
      { state: 'stopped', position: '3', stopped: { error, position: '4' } },
    ]);
  });

  test('stops a view whose checkpoint the record does not know, and says which; a rebuild begins again', async () => {
    const views = opened(open);
    const [record, copy] = [openMemoryStore(), openMemoryStore()];
    await writeComments(record, 9);
    await writeComments(copy, 4);
    await openProjector(record, views, [notes]).catchUp();
    const projector = openProjector(copy, views, [notes]);
    await projector.catchUp();
    const error = expect.stringMatching(/^notes: the record does not know the checkpoint 9/);
    expect(await projector.status()).toMatchObject([
      { state: 'stopped', position: '9', lag: null, stopped: { error, position: null } },
    ]);
    expect(await projector.rebuild('notes')).toBe(true);
    expect(await rowsIn(views, notes)).toEqual(await rowsOf(copy, notes));
  });

  test('refuses models and options that are none', async () => {
    const [store, views] = [openMemoryStore(), opened(open)];
    const refused = (work: () => unknown) => expect(codeOf(work)).resolves.toBe('range-invalid');
    for (const name of ['', 'two words', 'a'.repeat(65)])
      await refused(() => openProjector(store, views, [{ ...notes, name }]));
    for (const version of [0, 1.5]) await refused(() => openProjector(store, views, [{ ...notes, version }]));
    await refused(() => openProjector(store, views, [notes, { ...sheets, name: 'notes' }]));
    for (const batch of [0, 10_001, 1.5]) await refused(() => openProjector(store, views, [notes], { batch }));
    await refused(() => openProjector(store, views, [notes], { cache: -1 }));
    await refused(() => openProjector(store, views, [notes]).rebuild('agenda'));
    await refused(() => openProjector(store, views, [notes]).retry('agenda'));
  });

  test('ends for a fault of the record, and once it is closed; what was given up is given up', async () => {
    const store = openMemoryStore();
    await writeComments(store, 3);
    const damaged = openProjector({ ...store, readAll: () => Promise.reject(new Error('damaged')) }, opened(open), [
      notes,
      sheets,
    ]);
    await expect(damaged.run()).rejects.toThrow('damaged');

    const projector = openProjector(store, opened(open), [notes, sheets]);
    const running = projector.run();
    await expect.poll(() => projector.status()).toMatchObject([{ state: 'live' }, { state: 'live' }]);
    await projector.close();
    await running;
    await expect(projector.catchUp()).rejects.toThrow('closed');
    const reason = new Error('enough');
    await expect(openProjector(store, opened(open), [notes]).catchUp(AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  test('tells how each subscription is', async () => {
    const store = openMemoryStore();
    await writeComments(store, 3);
    const told: string[] = [];
    const onHealth = (model: string, { state }: { readonly state: string }) => told.push(`${model} ${state}`);
    await openProjector(store, opened(open), [notes], { onHealth }).catchUp();
    expect(told.slice(0, 3)).toEqual(['notes catching-up', 'notes live', 'notes ended']);
  });

  test('counts a lag to ten thousand and no further', async () => {
    const store = openMemoryStore();
    for (let n = 0; n < 11; n++) {
      await store.append(
        `session-${n}`,
        0,
        Array.from({ length: 1_000 }, (_, index) => commented(n * 1_000 + index)),
      );
    }
    const projector = openProjector(store, opened(open), [notes, sheets]);
    expect(await projector.status()).toMatchObject([
      { state: 'missing', position: null, lag: 10_000, rebuild: null },
      { state: 'missing', lag: 10_000 },
    ]);
  });
});
