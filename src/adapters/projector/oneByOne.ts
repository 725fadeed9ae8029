import { isEventType } from '../../domain/events/catalogue.ts';
import { upToDate } from '../../domain/events/upcast.ts';
import type { Position, PositionedEvent } from '../../domain/store/port.ts';
import type { ViewFault, ViewRow } from '../../domain/store/views.ts';
import { advance } from '../../projections/projection.ts';
import { keptAs } from './fold.ts';
import type { Means } from './means.ts';
import type { Model } from './options.ts';
import { rowsBefore } from './rowsBefore.ts';
import { erases, type Take } from './take.ts';

/** What events make of rows, up to the one that is at fault, if there is one. */
interface Folded {
  readonly rows: readonly ViewRow[];
  /** The last event that was taken in; `null` where the first one was at fault. */
  readonly to: Position | null;
  readonly fault: ViewFault | null;
}

const ERROR_LENGTH = 1_000;

const textOf = (thrown: unknown): string => String(thrown).slice(0, ERROR_LENGTH).toWellFormed();

function foldUpTo(
  model: Model,
  events: readonly PositionedEvent[],
  before: (stream: string) => object | undefined,
): Folded {
  const folded = new Map<string, { readonly row: object; readonly kept: ViewRow }>();
  const rows = () => [...folded.values()].map(({ kept }) => kept);
  let to: Position | null = null;
  for (const { event, position } of events) {
    const { stream, type } = event;
    try {
      if (isEventType(type)) {
        const from = folded.get(stream)?.row ?? before(stream) ?? model.row.initial;
        const row = advance(model.row, from, upToDate(event));
        if (row !== from) folded.set(stream, { row, kept: keptAs(model, stream, row) });
      }
    } catch (thrown) {
      return { rows: rows(), to, fault: { error: textOf(thrown), position } };
    }
    to = position;
  }
  return { rows: rows(), to, fault: null };
}

/** Takes in event by event, up to one at which the model throws: there the view stops. */
export function oneByOne({ views }: Means, model: Model): Take {
  return async (view, { events, position }) => {
    const streams = new Set(events.map(({ event }) => event.stream));
    const before = await rowsBefore(views, view, streams, () => undefined);
    const { rows, to: last, fault } = foldUpTo(model, events, (stream) => before.get(stream)?.row);
    const to = fault === null ? position : last;
    const isMoved = to !== null && to !== view.position;
    const taken = isMoved ? await views.commit(view, { to, rows, wipes: erases(events) }) : view;
    const stopped = taken === null || fault === null ? taken : await views.stop(taken, fault);
    return stopped ?? 'overtaken';
  };
}
