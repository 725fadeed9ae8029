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

/** Whether something was noted before something else, of the same instant too. */
const isBefore = (a: Mark, b: Mark): boolean => a.at < b.at || (a.at === b.at && a.revision < b.revision);

/** Whether a candidate was noted absent and did not come later. */
export const isAbsent = ({ absent, present }: CandidateState): boolean =>
  absent !== null && (present === null || isBefore(present, absent));

/** Whether a candidate came, could not join the test, and did not begin it later. */
export const couldNotJoin = ({ couldNotJoin: failed, started, numbered }: CandidateState): boolean =>
  failed !== null && started === null && numbered === null;

/** Whether the last interruption has not ended. */
export const isInterrupted = ({ interruptions }: CandidateState): boolean => interruptions.at(-1)?.resumed === null;

/** What shows that a candidate took part in the test, each with its time and the event that says so. */
export function testFacts(candidate: CandidateState): readonly Mark[] {
  const { started, numbered, endScreen, left, interruptions } = candidate;
  const stretches = interruptions.flatMap(({ began, resumed }) => [began, resumed]);
  return [started, numbered, endScreen, left, ...stretches].filter((mark) => mark !== null);
}

const INFINITELY_LATE = Number.POSITIVE_INFINITY;
const INFINITELY_EARLY = Number.NEGATIVE_INFINITY;

/** When the first thing happened in a candidate's test; epoch milliseconds, or infinitely late. */
export const firstTestFact = ({ started, numbered, endScreen, left, interruptions }: CandidateState): number =>
  Math.min(
    started?.at ?? INFINITELY_LATE,
    numbered?.at ?? INFINITELY_LATE,
    endScreen?.at ?? INFINITELY_LATE,
    left?.at ?? INFINITELY_LATE,
    interruptions[0]?.began.at ?? INFINITELY_LATE,
  );

/** When the last interruption ended, or began if it has not; `null` where there was none. */
export const lastInterruption = ({ interruptions }: CandidateState): Mark | null => {
  const last = interruptions.at(-1);
  return last === undefined ? null : (last.resumed ?? last.began);
};

/** When the last thing happened in a candidate's test; epoch milliseconds, or infinitely early. */
export const lastTestFact = (candidate: CandidateState): number =>
  Math.max(
    candidate.started?.at ?? INFINITELY_EARLY,
    candidate.numbered?.at ?? INFINITELY_EARLY,
    candidate.endScreen?.at ?? INFINITELY_EARLY,
    candidate.left?.at ?? INFINITELY_EARLY,
    lastInterruption(candidate)?.at ?? INFINITELY_EARLY,
  );

/** Whether anything shows that a candidate took part in the test. */
export const tookPart = (candidate: CandidateState): boolean => lastTestFact(candidate) !== INFINITELY_EARLY;

/** A candidate's place in their own lifecycle; it follows from the events, and nobody sets it. */
export function statusOf(state: SessionState, candidate: CandidateState): CandidateStatus {
  if (candidate.withdrawn) return 'withdrawn';
  if (isAbsent(candidate)) return 'absent';
  if (candidate.endScreen !== null) return 'finished';
  if (candidate.left !== null) return 'left';
  if (candidate.endScreenNotSeen !== null) return 'finished';
  if (isInterrupted(candidate)) return 'interrupted';
  if (tookPart(candidate)) return 'testing';
  if (candidate.present === null && candidate.signature === null && candidate.couldNotJoin === null)
    return 'registered';
  return state.startedAt !== null && !couldNotJoin(candidate) ? 'testing' : 'present';
}
