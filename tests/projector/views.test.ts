import { describe, expect, test } from 'vitest';
import type { View, ViewRow, Views } from '../../src/domain/store/views.ts';
import { codeOf } from '../stores/support/faults.ts';
import { KINDS, opened } from './support/views.ts';

const row = (stream: string, row: object, columns: ViewRow['columns'] = {}, isKept = true): ViewRow => ({
  stream,
  text: JSON.stringify(row),
  isKept,
  columns,
});

/** Takes a step that must succeed. */
async function step(
  views: Views,
  view: View | null,
  to: string,
  rows: readonly ViewRow[],
  wipes = false,
): Promise<View> {
  const taken = view === null ? null : await views.commit(view, { to, rows, wipes });
  if (taken === null) throw new Error('somebody else was there');
  return taken;
}

/** A live view with these rows. */
async function live(views: Views, ...rows: readonly ViewRow[]): Promise<View> {
  const view = await views.swap(await step(views, await views.begin('sheets', 1), '1', rows));
  if (view === null) throw new Error('somebody else was there');
  return view;
}

const streamsFound = async (views: Views, where?: Parameters<Views['query']>[1]) =>
  (await views.query('sheets', where))?.rows.map(({ stream }) => stream);

describe.each(KINDS)('views in $kind', ({ open }) => {
  test('are begun once: whoever begins the same again goes on with it', async () => {
    const views = opened(open);
    const begun = await views.begin('sheets', 1);
    expect(begun).toMatchObject({ model: 'sheets', version: 1, position: null, isLive: false, stopped: null });
    const further = await step(views, begun, '7', []);
    expect(await views.begin('sheets', 1)).toEqual(further);
    expect(await views.all()).toEqual([further]);
  });

  test('are begun anew for another version, or where they stopped; no generation has the number of another', async () => {
    const views = opened(open);
    const first = await step(views, await views.begin('sheets', 1), '7', [row('a', {})]);
    const second = await views.begin('sheets', 2);
    expect(second).toMatchObject({ version: 2, position: null });
    await views.stop(second, { error: 'no', position: '3' });
    const third = await views.begin('sheets', 2);
    expect(third.stopped).toBeNull();
    expect(new Set([first, second, third].map(({ generation }) => generation)).size).toBe(3);
    expect(await views.all()).toEqual([third]);
    expect(await views.rowsOf(first, ['a'])).toEqual(new Map());
  });

  test('take a step only where the checkpoint is as it was found', async () => {
    const views = opened(open);
    const begun = await views.begin('sheets', 1);
    const taken = await step(views, begun, '2', [row('a', { n: 1 })]);
    expect(taken.position).toBe('2');
    expect(await views.commit(begun, { to: '3', rows: [row('a', { n: 2 })], wipes: false })).toBeNull();
    expect(await views.stop(begun, { error: 'late', position: null })).toBeNull();
    expect(await views.swap(begun)).toBeNull();
    expect(await views.rowsOf(taken, ['a', 'b'])).toEqual(new Map([['a', '{"n":1}']]));
    expect(await views.all()).toEqual([taken]);
  });

  test('answer no query before they are live, and from then on from what is live', async () => {
    const views = opened(open);
    const built = await step(views, await views.begin('sheets', 1), '1', [row('a', { n: 1 })]);
    expect(await views.query('sheets')).toBeNull();
    const swapped = await views.swap(built);
    expect(await views.query('sheets')).toEqual({ view: swapped, rows: [{ stream: 'a', row: { n: 1 } }] });
    const beside = await step(views, await views.begin('sheets', 2), '1', [row('a', { n: 2 })]);
    expect((await views.query('sheets'))?.rows).toEqual([{ stream: 'a', row: { n: 1 } }]);
    await views.swap(beside);
    expect((await views.query('sheets'))?.rows).toEqual([{ stream: 'a', row: { n: 2 } }]);
    expect(await views.all()).toMatchObject([{ version: 2, isLive: true }]);
    // Who still goes by the former one is told that it is gone.
    expect(await views.commit(swapped ?? built, { to: '2', rows: [row('a', { n: 3 })], wipes: false })).toBeNull();
  });

  test('stand still with what went wrong, and go on by a retry or a step', async () => {
    const views = opened(open);
    const view = await live(views);
    const stopped = await views.stop(view, { error: 'TypeError: no', position: '2' });
    expect(stopped).toEqual({ ...view, stopped: { error: 'TypeError: no', position: '2' } });
    expect(await views.all()).toEqual([stopped]);
    expect(await views.retry(view)).toEqual(view);
    await views.stop(view, { error: 'TypeError: no', position: null });
    expect((await step(views, view, '2', [])).stopped).toBeNull();
  });

  test('find rows by one or several values of a column, and by all columns that are asked for', async () => {
    const views = opened(open);
    await live(
      views,
      row('c', {}, { date: ['2019-05-14'], examiner: ['lefevre', 'martin'] }),
      row('a', {}, { date: ['2019-05-14'], examiner: ['lefevre'] }),
      row('b', {}, { date: ['2019-05-15'], examiner: [] }),
    );
    expect(await streamsFound(views)).toEqual(['a', 'b', 'c']);
    expect(await streamsFound(views, { date: '2019-05-14' })).toEqual(['a', 'c']);
    expect(await streamsFound(views, { examiner: 'martin' })).toEqual(['c']);
    expect(await streamsFound(views, { date: '2019-05-15', examiner: 'lefevre' })).toEqual([]);
    expect(await streamsFound(views, { room: 'B204' })).toEqual([]);
  });

  test('find rows by a range of texts or of numbers, both ends included, and never mix the two', async () => {
    const views = opened(open);
    const at = (stream: string, value: string | number) => row(stream, {}, { at: [value] });
    await live(
      views,
      at('a', 1),
      at('b', 2.5),
      at('c', 10),
      at('d', '1'),
      at('e', '2'),
      at('f', 'é'),
      at('g', '\u{1f600}'),
    );
    expect(await streamsFound(views, { at: { from: 2.5 } })).toEqual(['b', 'c']);
    expect(await streamsFound(views, { at: { to: 2.5 } })).toEqual(['a', 'b']);
    expect(await streamsFound(views, { at: { from: 1, to: 2 } })).toEqual(['a']);
    expect(await streamsFound(views, { at: { from: '2' } })).toEqual(['e', 'f', 'g']);
    // In the order of code points, not of the halves that JavaScript makes of a large one.
    expect(await streamsFound(views, { at: { from: '\ufffd' } })).toEqual(['g']);
    expect(await streamsFound(views, { at: { to: '2a' } })).toEqual(['d', 'e']);
    expect(await streamsFound(views, { at: 1 })).toEqual(['a']);
    expect(await streamsFound(views, { at: '1' })).toEqual(['d']);
  });

  test('refuse what no column can have', async () => {
    const views = opened(open);
    const view = await live(views);
    for (const wanted of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { from: 1, to: 'a' }, {} as { from: 1 }]) {
      expect(await codeOf(() => views.query('sheets', { at: wanted }))).toBe('range-invalid');
    }
    const bad = { to: '2', rows: [row('a', {}, { at: [Number.NaN] })], wipes: false };
    expect(await codeOf(() => views.commit(view, bad))).toBe('range-invalid');
    expect(await views.all()).toEqual([view]);
  });

  test('forget by what a row was found before, and show one no more that is not kept', async () => {
    const views = opened(open);
    const view = await live(views, row('a', { n: 1 }, { at: [1, 2] }));
    const moved = await step(views, view, '2', [row('a', { n: 2 }, { at: [2, 3] })]);
    expect(await streamsFound(views, { at: 1 })).toEqual([]);
    expect(await streamsFound(views, { at: 2 })).toEqual(['a']);
    expect(await streamsFound(views, { at: 3 })).toEqual(['a']);
    const hidden = await step(views, moved, '3', [row('a', { n: 3 }, { at: [2, 3] }, false)]);
    expect(await streamsFound(views)).toEqual([]);
    expect(await streamsFound(views, { at: 2 })).toEqual([]);
    // It is there all the same, to be folded on.
    expect(await views.rowsOf(hidden, ['a'])).toEqual(new Map([['a', '{"n":3}']]));
    await step(views, hidden, '4', [row('a', { n: 4 }, { at: [2, 3] })]);
    expect(await streamsFound(views, { at: 2 })).toEqual(['a']);
  });

  test('keep rows that grow and shrink, to the last letter', async () => {
    const views = opened(open);
    let view = await live(views);
    const sizes = [3, 700, 511, 512, 513, 80_000, 2, 30_000, 1_000, 200_000, 5];
    for (const [index, size] of sizes.entries()) {
      const rows = [row('a', { text: 'é'.repeat(size) }), row(`b${index}`, { text: `${index} ` })];
      view = await step(views, view, String(index + 2), rows);
      expect((await views.rowsOf(view, ['a'])).get('a')).toBe(rows[0]?.text);
    }
    const found = await views.query('sheets');
    expect(found?.rows.map(({ row }) => row)).toEqual([
      { text: 'é'.repeat(5) },
      ...sizes.map((_, index) => ({ text: `${index} ` })).toSorted((one, other) => (one.text < other.text ? -1 : 1)),
    ]);
  });

  test('fail every call once they are closed', async () => {
    const views = open();
    const view = await views.begin('sheets', 1);
    await views.close();
    await views.close();
    const calls: readonly (() => unknown)[] = [
      () => views.all(),
      () => views.begin('sheets', 1),
      () => views.rowsOf(view, []),
      () => views.commit(view, { to: '1', rows: [], wipes: false }),
      () => views.swap(view),
      () => views.stop(view, { error: '', position: null }),
      () => views.retry(view),
      () => views.query('sheets'),
    ];
    for (const call of calls) expect(await codeOf(call)).toBe('store-closed');
  });
});
