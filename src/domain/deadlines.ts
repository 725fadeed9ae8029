import { type CandidateStatus, couldNotJoin, statusOf } from './state/candidate.ts';
import type { CandidateState, SessionState } from './state/session.ts';

/** A candidate's time at one instant. Instants are epoch milliseconds. */
export interface Deadline {
  readonly candidate: number;
  readonly status: CandidateStatus;
  /** Start of the clock, the session's or the candidate's own as the policy says. */
  readonly startedAt: number;
  /** The duration with its extra time, in seconds. */
  readonly durationSeconds: number;
  /** Time given back, in seconds. */
  readonly allowanceSeconds: number;
  /** When the time is over. */
  readonly endsAt: number;
  /** What is left, in seconds, a started second counted whole; 0 once the time is over. */
  readonly remainingSeconds: number;
}

/** Time given back to a candidate, in seconds. */
export const allowanceOf = (state: SessionState, candidate: number): number =>
  state.allowances
    .filter(({ candidates }) => candidates === 'all' || candidates.includes(candidate))
    .reduce((total, { seconds }) => total + seconds, 0);

/** Whether a candidate's clock can still matter to anybody. */
const isTested = (candidate: CandidateState, status: CandidateStatus): boolean =>
  status !== 'withdrawn' && status !== 'absent' && !couldNotJoin(candidate);

/**
 * When each candidate's time is over: start + granted duration + time given back. « Le début du décompte du temps
 * correspond au moment où est donné le code d'accès. L'enseignant donne 1h45 aux élèves pour effectuer le test. »
 * Nothing happens at a deadline by itself.
 *
 * @param now epoch milliseconds
 * @returns one entry for each candidate who takes the test, none before the start
 */
export function deadlines(state: SessionState, now: number): readonly Deadline[] {
  const { startedAt: given, policy } = state;
  if (given === null) return [];
  return state.candidates.flatMap((candidate) => {
    const status = statusOf(state, candidate);
    if (!isTested(candidate, status)) return [];
    const startedAt = policy.clock === 'candidateStart' ? (candidate.started?.at ?? given) : given;
    const allowanceSeconds = allowanceOf(state, candidate.number);
    const { durationSeconds } = candidate;
    const endsAt = startedAt + (durationSeconds + allowanceSeconds) * 1000;
    const remainingSeconds = Math.max(0, Math.ceil((endsAt - now) / 1000));
    return [
      { candidate: candidate.number, status, startedAt, durationSeconds, allowanceSeconds, endsAt, remainingSeconds },
    ];
  });
}
