import type { EventType, SessionEvent } from '../../../domain/events/catalogue.ts';
import { candidatePerson } from '../../../domain/values/person.ts';

/** What a candidate's clock rests on beside what is noted of them. */
const CLOCK: ReadonlySet<EventType> = new Set<EventType>(['AccessCodeGiven', 'StartCorrected', 'SessionClosed']);

/** Whether an event by itself speaks of this candidate, of all candidates, or of the clock of all. */
function speaksOf(candidate: number, { type, data }: SessionEvent): boolean {
  if (CLOCK.has(type)) return true;
  if (type === 'AllowanceGranted') return data.candidates === 'all' || data.candidates.includes(candidate);
  if (type === 'PersonErased') return data.person === candidatePerson(candidate);
  return 'candidate' in data && data.candidate === candidate;
}

/**
 * Every event about one candidate, and those that their clock rests on, in the order of the record: when the access code
 * was given, time given back to them or to all, the close. What takes one of these back counts with it.
 */
export function eventsAbout(candidate: number, events: readonly SessionEvent[]): readonly SessionEvent[] {
  const kept = new Set<number>();
  return events.filter((event) => {
    const isTakingBack = event.type === 'EntryRetracted' && kept.has(event.data.entry);
    const isAbout = isTakingBack || speaksOf(candidate, event);
    if (isAbout) kept.add(event.revision);
    return isAbout;
  });
}
