import type { EventType, Fact } from '../events/catalogue.ts';
import { ERASED } from '../values/personal.ts';
import { type CandidateState, type Mark, newCandidate, type SessionState } from './session.ts';

/** What one event changes in a draft that the caller owns. */
export type Change<T extends EventType> = (draft: SessionState, fact: Fact<T>) => void;

/** When and by which event something was noted. */
export const markOf = (fact: { readonly occurredAt: number; readonly revision: number }): Mark => ({
  at: fact.occurredAt,
  revision: fact.revision,
});

/** Whether a candidate of this number was ever registered. */
export const hasLine = (draft: SessionState, number: number): boolean => draft.candidates[number - 1] !== undefined;

/**
 * The line of a candidate, to note something on it. Where nobody was registered under this number it is a loose sheet
 * that the draft does not keep, so that what an illegal event notes there is lost.
 *
 * Each change looks up its own candidate: a field that is read in one place for all types of event is read slowly.
 */
export const lineOf = (draft: SessionState, number: number): CandidateState =>
  draft.candidates[number - 1] ?? newCandidate(number, ERASED, 0);
