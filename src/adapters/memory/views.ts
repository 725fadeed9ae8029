import { StoreError } from '../../domain/store/errors.ts';
import type { RowValue, View, ViewRow, Views } from '../../domain/store/views.ts';
import { rowValue, type WantedRange, wantedRange } from '../../domain/store/wanted.ts';
import { isBefore } from './order.ts';

/** A view with its rows by stream. */
interface Kept {
  view: View;
  readonly rows: Map<string, ViewRow>;
}

function isWithin(value: RowValue, { from, to }: WantedRange): boolean {
  if (typeof value !== typeof (from ?? to)) return false;
  return (from === null || !isBefore(value, from)) && (to === null || !isBefore(to, value));
}

/** Views that live as long as the process: for tests, and to show what the port asks of an adapter. */
export function openMemoryViews(): Views {
  const all: Kept[] = [];
  let generations = 0;
  let closed = false;

  const assertOpen = () => {
    if (closed) throw new StoreError('store-closed', 'The views are closed');
  };

  const drop = (model: string, isLive: boolean) => {
    const place = all.findIndex(({ view }) => view.model === model && view.isLive === isLive);
    if (place !== -1) all.splice(place, 1);
  };

  /** The view where it still is as it was found. */
  const asFound = ({ generation, position }: View): Kept | undefined =>
    all.find(({ view }) => view.generation === generation && view.position === position);

  const change = (found: View, changed: (kept: Kept) => Partial<View>): View | null => {
    assertOpen();
    const kept = asFound(found);
    if (kept === undefined) return null;
    kept.view = { ...kept.view, ...changed(kept) };
    return kept.view;
  };

  return {
    async all() {
      assertOpen();
      return all.map(({ view }) => view);
    },

    async begin(model, version) {
      assertOpen();
      const begun = all.find(({ view }) => view.model === model && !view.isLive)?.view;
      if (begun?.version === version && begun.stopped === null) return begun;
      drop(model, false);
      generations++;
      const view = { model, version, generation: generations, position: null, isLive: false, stopped: null };
      all.push({ view, rows: new Map() });
      return view;
    },

    async rowsOf({ generation }, streams) {
      assertOpen();
      const rows = all.find(({ view }) => view.generation === generation)?.rows;
      const texts = streams.map((stream) => [stream, rows?.get(stream)?.text] as const);
      return new Map(texts.flatMap(([stream, text]) => (text === undefined ? [] : [[stream, text] as const])));
    },

    async commit(found, { to, rows }) {
      assertOpen();
      for (const { columns } of rows) for (const values of Object.values(columns)) values.forEach(rowValue);
      return change(found, (kept) => {
        for (const row of rows) kept.rows.set(row.stream, structuredClone(row));
        return { position: to, stopped: null };
      });
    },

    swap: async (found) =>
      change(found, ({ view: { model, isLive } }) => {
        if (!isLive) drop(model, true);
        return { isLive: true };
      }),

    stop: async (found, { error, position }) => change(found, () => ({ stopped: { error, position } })),

    retry: async (found) => change(found, () => ({ stopped: null })),

    async query(model, where = {}) {
      assertOpen();
      const wanted = Object.entries(where).map(([name, one]) => [name, wantedRange(one)] as const);
      const live = all.find(({ view }) => view.model === model && view.isLive);
      if (live === undefined) return null;
      const found = [...live.rows.values()].filter(
        ({ isKept, columns }) =>
          isKept && wanted.every(([name, range]) => columns[name]?.some((value) => isWithin(value, range))),
      );
      const rows = found
        .sort((one, other) => (isBefore(one.stream, other.stream) ? -1 : 1))
        .map(({ stream, text }): { readonly stream: string; readonly row: unknown } => ({
          stream,
          row: JSON.parse(text),
        }));
      return { view: live.view, rows };
    },

    async close() {
      closed = true;
      all.length = 0;
    },
  };
}
