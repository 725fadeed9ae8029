import { deadlines, type Deadline } from '../../domain/deadlines.ts';
import type { Session } from '../../domain/machine/replay.ts';
import { candidateOf, type SessionState } from '../../domain/state/session.ts';
import { hourOn, moment } from '../french/dates.ts';
import { duration } from '../french/lengths.ts';
import { nameOf } from '../french/personal.ts';
import { LIFECYCLES, STATUSES } from '../french/words.ts';
import { page, titled } from '../terminal/page.ts';
import { table } from '../terminal/table.ts';

const TITLES = ['N°', 'Nom et prénom', 'État', 'Durée', 'Temps rendu', 'Fin à', 'Temps restant'];

/** Where nothing was planned the clock of Paris counts, as for a slot without a zone. */
const PARIS = 'Europe/Paris';

function row(state: SessionState, deadline: Deadline, zone: string): readonly string[] {
  const { candidate, status, durationSeconds, allowanceSeconds, endsAt, startedAt, remainingSeconds } = deadline;
  return [
    String(candidate),
    nameOf(candidateOf(state, candidate).identity),
    STATUSES[status],
    duration(durationSeconds),
    allowanceSeconds === 0 ? '' : duration(allowanceSeconds),
    hourOn(state.slot?.date ?? '', endsAt, zone),
    remainingSeconds === 0 ? 'écoulé' : duration(remainingSeconds),
  ];
}
