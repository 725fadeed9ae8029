import { type Deadline, deadlines } from '../../domain/deadlines.ts';
import { isAtWork } from '../../domain/notices.ts';
import { type CandidateState, candidateOf } from '../../domain/state/session.ts';
import type { CandidateIdentity } from '../../domain/values/people.ts';
import { ERASED, isErased, type MaybeErased } from '../../domain/values/personal.ts';
import { stateWith } from './clocks.ts';
import type { BoardRow } from './row.ts';

/** One candidate on the live board, at one instant. Instants are epoch milliseconds. */
export interface BoardLine extends Deadline {
  readonly name: MaybeErased<Pick<CandidateIdentity, 'surname' | 'firstName'>>;
  /** Whether the candidate works on the test, or may; not once the end screen was seen or missed, nor after leaving. */
  readonly isAtWork: boolean;
  /** For how long the time of a candidate who is at work is over, in whole seconds; `null` while it is not. */
  readonly overSeconds: number | null;
  /** Since when the test is interrupted; `null` where it is not. The time goes on all the same. */
  readonly interruptedSince: number | null;
  /** When the test ended; `null` while it has not. */
  readonly endedAt: number | null;
}

const nameIn = ({ identity }: CandidateState): BoardLine['name'] =>
  isErased(identity) ? ERASED : { surname: identity.surname, firstName: identity.firstName };

/** When a test ended; `null` while it goes on. What ended it is what says where the candidate is. */
const endOf = ({ endScreen, left, endScreenNotSeen }: CandidateState): number | null =>
  (endScreen ?? left ?? endScreenNotSeen)?.at ?? null;

function lineOf(deadline: Deadline, candidate: CandidateState, now: number): BoardLine {
  const atWork = isAtWork(deadline);
  const beyond = now - deadline.endsAt;
  const last = candidate.interruptions.at(-1);
  return {
    ...deadline,
    name: nameIn(candidate),
    isAtWork: atWork,
    overSeconds: atWork && beyond >= 0 ? Math.floor(beyond / 1000) : null,
    interruptedSince: atWork && last?.resumed === null ? last.began.at : null,
    endedAt: endOf(candidate),
  };
}

/** Whoever is at work comes first, and of these whose time ends first; else they stand as on the sheet. */
const byEnd = (a: BoardLine, b: BoardLine): number => Number(b.isAtWork) - Number(a.isAtWork) || a.endsAt - b.endsAt;

/** Every candidate of a session who takes the test. @param now epoch milliseconds */
export function linesAt(row: BoardRow, now: number): readonly BoardLine[] {
  const state = { ...stateWith(row), policy: row.header.policy };
  return deadlines(state, now)
    .map((deadline) => lineOf(deadline, candidateOf(state, deadline.candidate), now))
    .sort(byEnd);
}
