import { isEventType, type SessionEvent } from '../../domain/events/catalogue.ts';
import { upToDate } from '../../domain/events/upcast.ts';
import type { PositionedEvent } from '../../domain/store/port.ts';
import type { ViewRow } from '../../domain/store/views.ts';
import { rowValue } from '../../domain/store/wanted.ts';
import type { Model } from './options.ts';

/**
 * Events by their streams, as the rulebook of today knows them. What nobody knows is passed over.
 *
 * @throws UnreadableEvent for one that only a later version knows how to read: a row without it would be wrong for good
 */
export function byStream(events: readonly PositionedEvent[]): ReadonlyMap<string, readonly SessionEvent[]> {
  const streams = new Map<string, SessionEvent[]>();
  for (const { event } of events) {
    if (!isEventType(event.type)) continue;
    const own = streams.get(event.stream);
    if (own === undefined) streams.set(event.stream, [upToDate(event)]);
    else own.push(upToDate(event));
  }
  return streams;
}

/**
 * How a row is kept.
 *
 * @throws what the model throws; StoreError `range-invalid` for what no column can have
 */
export function keptAs({ keeps, columns }: Model, stream: string, row: object): ViewRow {
  const values = Object.entries(columns).map(([name, valuesOf]) => [name, valuesOf(row).map(rowValue)] as const);
  return {
    stream,
    text: JSON.stringify(row),
    isKept: keeps === undefined || keeps(row),
    columns: Object.fromEntries(values),
  };
}
