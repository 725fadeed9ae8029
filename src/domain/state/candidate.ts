import type { CandidateState, Mark, SessionState } from './session.ts';

/** Where a candidate is in the session. */
export type CandidateStatus =
  | 'registered'
  | 'present'
  | 'testing'
  | 'interrupted'
  | 'finished'
  | 'absent'
  | 'left'
  | 'withdrawn';

/** Whether a candidate was noted absent and did not come later. */
export const isAbsent = ({ absent, present }: CandidateState): boolean =>
  absent !== null && (present === null || present.at < absent.at);

/** Whether a candidate came, could not join the test, and did not begin it later. */
export const couldNotJoin = ({ couldNotJoin: failed, started, numbered }: CandidateState): boolean =>
  failed !== null && started === null && numbered === null;

/** Whether the last interruption has not ended. */
export const isInterrupted = ({ interruptions }: CandidateState): boolean => interruptions.at(-1)?.to === null;

/** What shows that a candidate took part in the test, each with its time. */
export function testFacts(candidate: CandidateState): readonly Mark[] {
  const { started, numbered, endScreen, left, interruptions } = candidate;
  const stretches = interruptions.map(({ from, to, revision }) => ({ at: to ?? from, revision }));
  return [started, numbered, endScreen, left, ...stretches].filter((mark) => mark !== null);
}

/** A candidate's place in their own lifecycle; it follows from the events, and nobody sets it. */
export function statusOf(state: SessionState, candidate: CandidateState): CandidateStatus {
  if (candidate.withdrawn) return 'withdrawn';
  if (isAbsent(candidate)) return 'absent';
  if (candidate.endScreen !== null) return 'finished';
  if (candidate.left !== null) return 'left';
  if (candidate.endScreenNotSeen !== null) return 'finished';
  if (isInterrupted(candidate)) return 'interrupted';
  if (testFacts(candidate).length > 0) return 'testing';
  if (candidate.present === null && candidate.signature === null && candidate.couldNotJoin === null)
    return 'registered';
  return state.startedAt !== null && !couldNotJoin(candidate) ? 'testing' : 'present';
}
