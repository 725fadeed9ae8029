import { EVENTS, type EventType, type Fact } from '../events/catalogue.ts';
import type { Change } from './change.ts';
import { evolveAttendance } from './evolveAttendance.ts';
import { evolveCandidates } from './evolveCandidates.ts';
import { evolveErasure } from './evolveErasure.ts';
import { evolveIncidents } from './evolveIncidents.ts';
import { evolveSession } from './evolveSession.ts';
import { evolveTest } from './evolveTest.ts';
import { type CandidateState, candidateOf, NOBODY, type SessionState } from './session.ts';

/** The change of every event that changes more than the revision and the clock of the record. */
const CHANGES: { readonly [T in EventType]?: Change<T> } = {
  ...evolveSession,
  ...evolveCandidates,
  ...evolveAttendance,
  ...evolveTest,
  ...evolveIncidents,
  ...evolveErasure,
};

/** The change of an event of this type, or `null` where there is none. The one place where the union is narrowed. */
export const changeOf = (type: EventType): Change<EventType> | null =>
  (CHANGES[type] as Change<EventType> | undefined) ?? null;

/** Whether events of this type are about a candidate who is on the sheet already. */
export const isAboutCandidate = (type: EventType): boolean =>
  EVENTS[type].about === 'candidate' && type !== 'CandidateRegistered';

/** The candidate whom an event is about; nobody, where it is about none. */
export const subjectOf = (aboutCandidate: boolean, state: SessionState, fact: Fact): CandidateState =>
  aboutCandidate ? candidateOf(state, (fact.data as { readonly candidate: number }).candidate) : NOBODY;

/**
 * Applies one event to a draft that the caller owns. No rule is asked, and an event that speaks of a candidate whom
 * nobody registered changes nothing: an audit must be able to go on after an illegal event.
 *
 * @param draft is changed in place
 */
export function evolve(draft: SessionState, fact: Fact): void {
  changeOf(fact.type)?.(draft, fact);
  draft.revision = fact.revision;
  draft.recordedAt = fact.recordedAt;
}
