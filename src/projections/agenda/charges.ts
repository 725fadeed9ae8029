import type { Agenda, AgendaEntry } from './agenda.ts';
import { type Held, heldBy } from './overlaps.ts';

/** What one examiner has charge of at once. */
export interface Charge {
  readonly examiner: string;
  /** Sessions that all last at the same time, in order of time; a single one where none overlaps it. */
  readonly sessions: readonly AgendaEntry[];
  /** While all of them last: from when, epoch milliseconds. */
  readonly from: number;
  /** Until when, epoch milliseconds. */
  readonly to: number;
  /** How many candidates are on their sheets. */
  readonly candidates: number;
  /** How many of them are left to this examiner where the others of each session take charge of as many as they may. */
  readonly left: number;
  /** How many an examiner may take charge of, by the strictest of the sessions' policies. */
  readonly most: number;
}

const leftBy = ({ header: { policy, examiners }, candidates }: AgendaEntry): number =>
  Math.max(0, candidates - policy.candidatesPerExaminer * (new Set(examiners.map(({ id }) => id)).size - 1));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function chargeOf(examiner: string, held: readonly Held[], from: number): Charge {
  const sessions = held.map(({ entry }) => entry);
  return {
    examiner,
    sessions,
    from,
    to: Math.min(...held.map(({ slot }) => slot.endsAt)),
    candidates: sum(sessions.map(({ candidates }) => candidates)),
    left: sum(sessions.map(leftBy)),
    most: Math.min(...sessions.map(({ header }) => header.policy.candidatesPerExaminer)),
  };
}

/**
 * « un enseignant prend en charge au maximum 20 candidats », in all rooms together: what an examiner has charge of at
 * once, for every group of sessions that overlap. Sessions that were cancelled do not count, and one session may be in
 * several groups.
 *
 * @param agenda all sessions, or those of this examiner
 * @param examiner the examiner's own identity, never a name
 * @returns in order of time; no group is part of another
 */
export function chargesOf(agenda: Agenda, examiner: string): readonly Charge[] {
  const held = heldBy(agenda, examiner).filter(({ slot }) => slot.startsAt < slot.endsAt);
  const starts = [...new Set(held.map(({ slot }) => slot.startsAt))];
  return starts
    .map((from) =>
      chargeOf(
        examiner,
        held.filter(({ slot }) => slot.startsAt <= from && from < slot.endsAt),
        from,
      ),
    )
    .filter(({ to }, place) => to <= (starts[place + 1] ?? to));
}

/** Where an examiner has charge of more candidates at once than allowed. */
export const isTooMuch = ({ left, most }: Charge): boolean => left > most;
