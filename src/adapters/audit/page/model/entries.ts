import type { SessionEvent } from '../../../../domain/events/catalogue.ts';
import { type EntryMark, entryMark } from '../../../../projections/entry.ts';
import { timestamp } from '../../../../projections/french/dates.ts';
import { sentenceOf } from '../../../../projections/french/sentences.ts';
import { actorName } from '../../../../projections/french/words.ts';
import { visible } from '../../../../projections/terminal/visible.ts';
import type { TimelineOrder } from '../../../../projections/timeline/timeline.ts';

/** One event as the page lists it. */
export interface Entry {
  /** Its place among the events that can be read, from 1. */
  readonly place: number;
  readonly revision: number;
  readonly sentence: string;
  readonly actor: string;
  readonly occurred: string;
  readonly recorded: string;
  /** Whether it was typed in long after it happened. */
  readonly late: boolean;
  /** The event that took it back; `null` where it stands. */
  readonly retractedBy: number | null;
}

/** The events as a list of which any part is made only when somebody looks at it. */
export interface Entries {
  readonly size: number;
  /** How many were typed in long after they happened. */
  readonly late: number;
  /** The event at this place, from 1. */
  at(place: number): Entry;
  /** The places of all events in this order. */
  in(order: TimelineOrder): readonly number[];
}

/** Lists the events of a session, with the clock of its room. */
export function entriesOf(events: readonly SessionEvent[], zone: string): Entries {
  const retractions = new Map<number, number>();
  for (const { type, data, revision } of events) if (type === 'EntryRetracted') retractions.set(data.entry, revision);
  const recorded = events.map((_, index) => index + 1);
  const happened = (place: number): number => events[place - 1]?.occurredAt ?? 0;
  let occurred: readonly number[] | null = null;
  return {
    size: events.length,
    late: events.filter((event) => entryMark(event).late).length,
    at(place) {
      const event = events[place - 1];
      if (event === undefined) throw new RangeError(`there is no event at place ${place}`);
      return entryOf(event, place, zone, retractions.get(event.revision) ?? null);
    },
    in(order) {
      if (order === 'recorded') return recorded;
      occurred ??= recorded.toSorted((a, b) => happened(a) - happened(b) || a - b);
      return occurred;
    },
  };
}

function entryOf(event: SessionEvent, place: number, zone: string, retractedBy: number | null): Entry {
  const mark: EntryMark = entryMark(event);
  return {
    place,
    revision: mark.revision,
    sentence: visible(sentenceOf(event.type, event.data, zone)),
    actor: visible(actorName(mark.actor)),
    occurred: timestamp(event.occurredAt, zone),
    recorded: timestamp(mark.recordedAt, zone),
    late: mark.late,
    retractedBy,
  };
}
