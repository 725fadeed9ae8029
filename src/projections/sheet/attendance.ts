import { type CandidateStatus, couldNotJoin } from '../../domain/state/candidate.ts';
import type { CandidateState } from '../../domain/state/session.ts';
import { withDetail } from '../french/personal.ts';
import { CAUSES } from '../french/words.ts';
import { latestOf, type Note } from '../note.ts';
import type { LineNote } from './notes.ts';

/** Who came: nothing said yet, present, absent, present without joining, left before the end, taken off the sheet. */
export type AttendanceKind = 'expected' | 'present' | 'absent' | 'couldNotJoin' | 'left' | 'withdrawn';

/** A candidate's attendance, and the note that says why it is not a plain presence. */
export interface Attendance {
  readonly kind: AttendanceKind;
  /** The absence, the failure to join or the departure, with its cause; `null` where there is none. */
  readonly because: Note<'CandidateAbsent' | 'CandidateCouldNotJoin' | 'CandidateLeft'> | null;
}

const plainly = (kind: AttendanceKind): Attendance => ({ kind, because: null });

/** The attendance that follows from where the candidate is in the session. */
export function attendanceOf(
  status: CandidateStatus,
  candidate: CandidateState,
  notes: readonly LineNote[],
): Attendance {
  if (status === 'withdrawn') return plainly('withdrawn');
  if (status === 'absent') return { kind: 'absent', because: latestOf(notes, 'CandidateAbsent') };
  if (status === 'left') return { kind: 'left', because: latestOf(notes, 'CandidateLeft') };
  if (status === 'registered') return plainly('expected');
  if (!couldNotJoin(candidate)) return plainly('present');
  return { kind: 'couldNotJoin', because: latestOf(notes, 'CandidateCouldNotJoin') };
}

/** How each reads. */
const KINDS: Readonly<Record<AttendanceKind, string>> = {
  expected: 'présence non renseignée',
  present: 'présent',
  absent: 'absent',
  couldNotJoin: 'n’a pas pu rejoindre la session',
  left: 'parti avant la fin',
  withdrawn: 'désinscrit',
};

/** « parti avant la fin : problème technique ». */
export function attendanceText({ kind, because }: Attendance): string {
  if (because === null || because.type === 'CandidateAbsent') return KINDS[kind];
  return `${KINDS[kind]} : ${withDetail(CAUSES[because.cause], because.detail)}`;
}
