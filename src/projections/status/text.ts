import { type Deadline, deadlines } from '../../domain/deadlines.ts';
import { LIFECYCLE_NAMES } from '../../domain/machine/names.ts';
import type { Session } from '../../domain/machine/replay.ts';
import { candidateOf, type SessionState } from '../../domain/state/session.ts';
import { hourOn, moment } from '../french/dates.ts';
import { duration } from '../french/lengths.ts';
import { nameOf } from '../french/personal.ts';
import { STATUSES } from '../french/words.ts';
import { page } from '../terminal/page.ts';
import { table } from '../terminal/table.ts';

const TITLES = ['N°', 'Nom et prénom', 'État', 'Durée', 'Temps rendu', 'Fin du temps', 'Temps restant'];

/** What a row has to know of the session: its wall clock, and the day on which an hour needs no date. */
interface Day {
  readonly zone: string;
  readonly date: string;
}

function row(state: SessionState, deadline: Deadline, { date, zone }: Day): readonly string[] {
  const { candidate, status, durationSeconds, allowanceSeconds, endsAt, remainingSeconds } = deadline;
  return [
    String(candidate),
    nameOf(candidateOf(state, candidate).identity),
    STATUSES[status],
    duration(durationSeconds),
    allowanceSeconds === 0 ? '' : duration(allowanceSeconds),
    hourOn(date, endsAt, zone),
    remainingSeconds === 0 ? 'écoulé' : duration(remainingSeconds),
  ];
}

/**
 * « L'enseignant indique quelques minutes avant la fin le temps restant »: where the session stands, and what each
 * candidate has left.
 *
 * @param now epoch milliseconds
 */
export function statusText({ lifecycle, state }: Session, now: number): string {
  const { slot, session } = state;
  if (slot === null) return page('Aucune session planifiée.');
  const rows = deadlines(state, now).map((deadline) => row(state, deadline, slot));
  return page(
    `SESSION ${session} : ${LIFECYCLE_NAMES[lifecycle]}, le ${moment(now, slot.zone)} (${slot.zone})`,
    state.startedAt === null
      ? 'Le code d’accès n’a pas été donné : le décompte du temps n’a pas commencé.'
      : `Décompte commencé à ${hourOn(slot.date, state.startedAt, slot.zone)}.`,
    rows.length === 0
      ? ''
      : table(
          TITLES.map((title) => ({ title })),
          rows,
        ),
  );
}
