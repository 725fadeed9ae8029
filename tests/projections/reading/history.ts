import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import type { Person } from '../../../src/domain/values/person.ts';

// What a record says of its own events, found by looking through all of them for each.

/** Those who were erased after an event, or by the end of the record. */
export const erasedAfter = (events: readonly SessionEvent[], index: number): readonly Person[] =>
  events.slice(index + 1).flatMap((event) => (event.type === 'PersonErased' ? [event.data.person] : []));

/** The slot that counted after an event. */
export function zoneAfter(events: readonly SessionEvent[], index: number): string {
  for (const event of events.slice(0, index + 1).toReversed()) {
    if (event.type === 'SessionPlanned') return event.data.slot.zone;
    if (event.type === 'SessionReplanned' && event.data.slot !== null) return event.data.slot.zone;
  }
  return 'Europe/Paris';
}

/** The event that took another back, the last where several did. */
export const takenBackBy = (events: readonly SessionEvent[], index: number): number | null =>
  events
    .slice(index + 1)
    .findLast((event) => event.type === 'EntryRetracted' && event.data.entry === events[index]?.revision)?.revision ??
  null;
