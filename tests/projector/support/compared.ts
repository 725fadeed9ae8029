import { find } from '../../../src/adapters/projector/index.ts';
import { readerOf, readOn } from '../../../src/adapters/testing/store/reader.ts';
import { upToDate } from '../../../src/domain/events/upcast.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';
import type { Views } from '../../../src/domain/store/views.ts';
import { project } from '../../../src/projections/projection.ts';
import type { ReadModel } from '../../../src/projections/readModels/readModel.ts';

/** The rows of a model as views have them, by their streams. */
export async function rowsIn<Row extends object>(
  views: Views,
  model: ReadModel<Row>,
): Promise<Record<string, Row> | null> {
  const found = await find(views, model);
  return found === null ? null : Object.fromEntries(found.rows.map(({ stream, row }) => [stream, row]));
}

/** The rows that each stream's own events make, folded by nothing but the projection. */
export async function rowsOf<Row extends object>(
  store: EventStore,
  model: ReadModel<Row>,
): Promise<Record<string, Row>> {
  const all = (await readOn(readerOf(store, 10_000))).map(({ event }) => event);
  const streams = Map.groupBy(all, ({ stream }) => stream);
  const rows = [...streams].map(
    ([stream, events]) =>
      [
        stream,
        project(
          model.row,
          events.map((event) => upToDate(event)),
        ),
      ] as const,
  );
  return JSON.parse(JSON.stringify(Object.fromEntries(rows.filter(([, row]) => row !== model.row.initial))));
}
