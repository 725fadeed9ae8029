import { type Deadline, deadlines } from '../../../domain/deadlines.ts';
import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { type CandidateState, candidateOf, type SessionState } from '../../../domain/state/session.ts';
import { hourOn } from '../../../projections/french/dates.ts';
import { duration } from '../../../projections/french/lengths.ts';
import { STATUSES } from '../../../projections/french/words.ts';

/** A candidate's time, and how the test ended for them. Instants are epoch milliseconds. */
export interface CandidateClock extends Deadline {
  /** When the session was closed; `null` where it was not. */
  readonly closedAt: number | null;
  /** When their test was over, as far as it was noted: the end screen, their leaving, or why no end screen was seen. */
  readonly endedAt: number | null;
  /** What the close took from them, in seconds: from the close to the end of their time; 0 where their test was over. */
  readonly missingSeconds: number;
}

/** When a test was over. That the time ran out is no end of it: whether it had run out is what is asked. */
function endOf(candidate: CandidateState, history: readonly SessionEvent[]): number | null {
  const { endScreen, left, endScreenNotSeen: notSeen } = candidate;
  if (endScreen !== null || left !== null) return endScreen?.at ?? left?.at ?? null;
  const said = history.findLast(({ revision }) => revision === notSeen?.revision);
  return said?.type === 'EndScreenNotSeen' && said.data.cause !== 'timeRanOut' ? said.occurredAt : null;
}

/**
 * The time that a candidate had, as of the close, or of the last event where there was none.
 *
 * @param state what the history comes to
 * @returns `null` where no clock ran for them: before the start, or where they took no part
 */
export function clockOf(
  state: SessionState,
  candidate: number,
  history: readonly SessionEvent[],
): CandidateClock | null {
  const { closedAt, recordedAt } = state;
  const deadline = deadlines(state, closedAt ?? recordedAt).find(({ candidate: of }) => of === candidate);
  if (deadline === undefined) return null;
  const endedAt = endOf(candidateOf(state, candidate), history);
  const isCut = closedAt !== null && (endedAt === null || endedAt > closedAt);
  return { ...deadline, closedAt, endedAt, missingSeconds: isCut ? deadline.remainingSeconds : 0 };
}

const verdictOn = (missingSeconds: number): string =>
  missingSeconds === 0
    ? 'La clôture n’a pas écourté son temps.'
    : `La clôture a écourté son temps de ${duration(missingSeconds)}.`;

/** The same in French, a line for each thing that the time rests on. */
export function clockItems(clock: CandidateClock | null, slot: SessionState['slot']): readonly string[] {
  if (clock === null) return ['Aucun décompte : le test n’a pas commencé, ou ce candidat n’y a pas pris part.'];
  const { startedAt, durationSeconds, allowanceSeconds, endsAt, closedAt, endedAt, missingSeconds, status } = clock;
  const hour = (at: number): string => hourOn(slot?.date ?? '', at, slot?.zone ?? 'Europe/Paris');
  const ended = endedAt === null ? 'rien ne dit que le test était fini' : `test fini à ${hour(endedAt)}`;
  return [
    `Début : ${hour(startedAt)}`,
    `Durée accordée : ${duration(durationSeconds)}`,
    `Temps rendu : ${allowanceSeconds === 0 ? 'aucun' : duration(allowanceSeconds)}`,
    `Fin du temps : ${hour(endsAt)}`,
    `État : ${STATUSES[status]}, ${ended}`,
    `Clôture de la session : ${closedAt === null ? 'aucune' : hour(closedAt)}`,
    ...(closedAt === null ? [] : [verdictOn(missingSeconds)]),
  ];
}
