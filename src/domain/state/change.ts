import type { EventType, Fact } from '../events/catalogue.ts';
import { type CandidateState, candidateOf, type Mark, type SessionState } from './session.ts';

/** What one event changes in a draft that the caller owns. */
export type Change<T extends EventType> = (draft: SessionState, fact: Fact<T>) => void;

/** A fact about one candidate. */
interface CandidateFact {
  readonly data: { readonly candidate: number };
  readonly occurredAt: number;
  readonly revision: number;
}

/** A change of one candidate; where nobody registered that candidate, nothing changes. */
export const ofCandidate =
  <F extends CandidateFact>(change: (candidate: CandidateState, fact: F, draft: SessionState) => void) =>
  (draft: SessionState, fact: F): void => {
    const candidate = candidateOf(draft, fact.data.candidate);
    if (candidate !== undefined) change(candidate, fact, draft);
  };

/** When and by which event something was noted. */
export const markOf = (fact: { readonly occurredAt: number; readonly revision: number }): Mark => ({
  at: fact.occurredAt,
  revision: fact.revision,
});

/** The notes of a candidate that stand alone, each with the event that made it. */
export type MarkName =
  | 'present'
  | 'absent'
  | 'couldNotJoin'
  | 'left'
  | 'started'
  | 'signature'
  | 'numbered'
  | 'numberMissing'
  | 'endScreen'
  | 'endScreenNotSeen';

/** Notes something about a candidate, in an entry that can be taken back. */
export const noted = (name: MarkName) =>
  ofCandidate<CandidateFact>((candidate, fact, draft) => {
    candidate[name] = markOf(fact);
    draft.entries.set(fact.revision, candidate.number);
  });

/** An entry about a candidate that changes nothing else, and can be taken back. */
export const entered = ofCandidate<CandidateFact>((candidate, fact, draft) => {
  draft.entries.set(fact.revision, candidate.number);
});
