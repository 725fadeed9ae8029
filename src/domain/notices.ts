import { type Deadline, deadlines } from './deadlines.ts';
import type { SessionState } from './state/session.ts';

/** Something that the examiner should be told at an instant. */
export interface Notice {
  /** `timeNearlyOver`: announce the remaining time, and invite to pass. `timeOver`: a deadline is reached. */
  readonly kind: 'timeNearlyOver' | 'timeOver';
  /** Epoch milliseconds. */
  readonly at: number;
  /** Those whom it concerns, by number. */
  readonly candidates: readonly number[];
  /** What they have left at that instant, in seconds. */
  readonly remainingSeconds: number;
}

/** Whether a candidate still works on the test, or may. */
export const isAtWork = ({ status }: Deadline): boolean => status !== 'finished' && status !== 'left';

/** In order of time; at one instant, whose time is over comes first. There are never two of a kind at one instant. */
const inOrder = (a: Notice, b: Notice): number => a.at - b.at || (a.kind === 'timeOver' ? -1 : 1);

/**
 * What the examiner should be told, and when: « L'enseignant indique quelques minutes avant la fin le temps restant ».
 * Candidates with the same deadline share a notice. Nothing is closed by a notice.
 *
 * @returns in order of time, past ones too; none before the start and after the close
 */
export function noticesOf(state: SessionState): readonly Notice[] {
  if (state.closedAt !== null) return [];
  const { noticeSeconds } = state.policy;
  const byDeadline = Map.groupBy(deadlines(state, 0).filter(isAtWork), ({ endsAt }) => endsAt);
  return [...byDeadline]
    .flatMap(([endsAt, due]): Notice[] => {
      const candidates = due.map(({ candidate }) => candidate);
      const over: Notice = { kind: 'timeOver', at: endsAt, candidates, remainingSeconds: 0 };
      if (noticeSeconds === 0) return [over];
      const at = endsAt - noticeSeconds * 1000;
      return [{ kind: 'timeNearlyOver', at, candidates, remainingSeconds: noticeSeconds }, over];
    })
    .toSorted(inOrder);
}
