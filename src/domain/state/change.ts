import type { EventType, Fact } from '../events/catalogue.ts';
import type { CandidateState, Mark, SessionState } from './session.ts';

/**
 * What one event changes in a draft that the caller owns. `candidate` is the one that the event is about, looked up
 * once; an event about a candidate whom nobody registered changes nothing, and its change is not called.
 */
export type Change<T extends EventType> = (draft: SessionState, fact: Fact<T>, candidate: CandidateState) => void;

/** When and by which event something was noted. */
export const markOf = (fact: { readonly occurredAt: number; readonly revision: number }): Mark => ({
  at: fact.occurredAt,
  revision: fact.revision,
});
