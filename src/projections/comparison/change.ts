import type { SessionEvent } from '../../domain/events/catalogue.ts';
import type { Actor } from '../../domain/store/envelope.ts';
import type { MaybeErased } from '../../domain/values/personal.ts';

/** An event that made a change: who says so, when it happened, when the record learned it, and why. */
export interface ChangedBy {
  readonly revision: number;
  readonly actor: Actor;
  /** Epoch milliseconds. */
  readonly occurredAt: number;
  /** Epoch milliseconds. */
  readonly recordedAt: number;
  /** The reason that was given; `null` where the event has none. */
  readonly reason: MaybeErased<string> | null;
}

/** Most events between two moments that are looked at one by one for what each changed. */
export const MOST_BETWEEN = 1_000;

/** One field in which the sheet or the PV differs between two moments, as they show it in French. */
export interface Change {
  readonly document: 'sheet' | 'pv';
  /** The line of the sheet; `null` for what is about the session. */
  readonly candidate: number | null;
  /** Which field of the document; `comments 27` of the PV is the comment that stands at revision 27. */
  readonly field: string;
  /** The French heading of the field, or of the PV's section. */
  readonly title: string;
  /** Empty where the field is; `null` where there was no such field. */
  readonly before: string | null;
  /** Empty where the field is; `null` where there is no such field. */
  readonly after: string | null;
  /**
   * The events between the two moments that changed this field, in the order of the record; one at least, and none where
   * more than {@link MOST_BETWEEN} events lie between them.
   */
  readonly by: readonly ChangedBy[];
}

/** How an event is named beside what it changed. */
export const changedBy = ({ revision, actor, occurredAt, recordedAt, data }: SessionEvent): ChangedBy => ({
  revision,
  actor,
  occurredAt,
  recordedAt,
  reason: 'reason' in data ? data.reason : null,
});
