import type { SessionEvent } from '../domain/events/catalogue.ts';
import { happenedBy, recordedBy, upTo } from '../projections/asOf.ts';

/**
 * A moment of a session: after one of its events, what was known at an instant, or what had happened by one. Instants
 * are epoch milliseconds.
 */
export type Moment = { readonly revision: number } | { readonly recordedBy: number } | { readonly happenedBy: number };

/** The part of a history that counts at a moment; all of it where none is given. */
export function asOf(history: readonly SessionEvent[], moment: Moment | undefined): readonly SessionEvent[] {
  if (moment === undefined) return history;
  if ('revision' in moment) return upTo(history, moment.revision);
  return 'recordedBy' in moment ? recordedBy(history, moment.recordedBy) : happenedBy(history, moment.happenedBy);
}
