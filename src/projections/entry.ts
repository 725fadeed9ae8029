import type { SessionEvent } from '../domain/events/catalogue.ts';
import type { Actor } from '../domain/store/envelope.ts';

/** From how long after the fact an entry is marked as late, in milliseconds: a quarter of an hour. */
export const LATE_AFTER = 15 * 60 * 1000;

/**
 * How a fact came into the record: all that an entry typed in late has different from one made in time. Views keep it
 * under the name `entry`, apart from what happened.
 */
export interface EntryMark {
  /** Its place in the session's record, from 1. */
  readonly revision: number;
  /** When the record learned it; epoch milliseconds. */
  readonly recordedAt: number;
  readonly actor: Actor;
  /** Whether it was learned more than {@link LATE_AFTER} after it happened. */
  readonly late: boolean;
}

/** How an event came into the record. */
export const entryMark = ({ revision, recordedAt, occurredAt, actor }: SessionEvent): EntryMark => ({
  revision,
  recordedAt,
  actor,
  late: recordedAt - occurredAt > LATE_AFTER,
});

/** Something that happened, with its entry. */
export interface Noted {
  /** When it happened in the room; epoch milliseconds. */
  readonly occurredAt: number;
  readonly entry: EntryMark;
}

/** Orders by when things happened; what happened at the same instant keeps the order of the record. */
export const byOccurrence = (a: Noted, b: Noted): number =>
  a.occurredAt - b.occurredAt || a.entry.revision - b.entry.revision;
