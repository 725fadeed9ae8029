import type { SessionEvent } from '../domain/events/catalogue.ts';

/** The record as it stood at a revision, that one included. */
export const upTo = (events: readonly SessionEvent[], revision: number): readonly SessionEvent[] =>
  events.filter((event) => event.revision <= revision);

/**
 * What the record knew at an instant.
 *
 * @param at epoch milliseconds
 */
export const recordedBy = (events: readonly SessionEvent[], at: number): readonly SessionEvent[] =>
  events.filter(({ recordedAt }) => recordedAt <= at);

/** The earlier event that a correction or a retraction names; `null` where an event speaks for itself. */
function namedBy(event: SessionEvent): number | null {
  if (event.type === 'EntryRetracted') return event.data.entry;
  return event.type === 'StartCorrected' || event.type === 'CertificationNumberCorrected' ? event.data.corrects : null;
}

/**
 * What had happened in the room by an instant, as the whole record knows it today. A correction or a retraction counts
 * with the event that it names, since it tells how that one should have been noted: what was entered by mistake at
 * 9:00 and taken back at 11:00 did not happen by 10:00. What had happened by one instant as far as another knew of it
 * is `happenedBy(recordedBy(events, known), at)`.
 *
 * @param at epoch milliseconds
 */
export function happenedBy(events: readonly SessionEvent[], at: number): readonly SessionEvent[] {
  const kept = new Set<number>();
  return events.filter((event) => {
    const named = namedBy(event);
    const counts = named === null ? event.occurredAt <= at : kept.has(named);
    if (counts) kept.add(event.revision);
    return counts;
  });
}
