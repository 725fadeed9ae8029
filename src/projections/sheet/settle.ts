import { statusOf } from '../../domain/state/candidate.ts';
import { type CandidateState, emptySession, type Mark, newCandidate } from '../../domain/state/session.ts';
import type { Noted } from '../entry.ts';
import { latestOf, type NotedType } from '../note.ts';
import { attendanceOf } from './attendance.ts';
import { extraTimeOf } from './extraTime.ts';
import { interruptionsOf } from './interruption.ts';
import type { KeptLine, SheetLine } from './line.ts';
import type { LineNoteType } from './notes.ts';
import { remarksOf } from './remark.ts';

const markOf = (noted: Noted): Mark => ({ at: noted.occurredAt, revision: noted.entry.revision });

/** The candidate of a line as the domain knows it, as far as its own definitions ask to say where somebody is. */
function candidateStateOf(line: KeptLine): CandidateState {
  const { standing } = line.notes;
  const mark = (...types: readonly (LineNoteType & NotedType)[]): Mark | null => {
    const last = standing.findLast(({ type }) => types.includes(type));
    return last === undefined ? null : markOf(last);
  };
  return {
    ...newCandidate(line.number, line.identity, line.declared.durationSeconds),
    withdrawn: line.withdrawn,
    present: mark('CandidatePresent'),
    absent: mark('CandidateAbsent'),
    couldNotJoin: mark('CandidateCouldNotJoin'),
    left: mark('CandidateLeft'),
    started: mark('CandidateStarted'),
    signature: mark('SignatureRecorded'),
    numbered: mark('CertificationNumberRecorded', 'CertificationNumberCorrected'),
    endScreen: mark('EndScreenSeen'),
    endScreenNotSeen: mark('EndScreenNotSeen'),
    interruptions: interruptionsOf(standing).map((stretch) => ({
      began: { at: stretch.from, revision: stretch.entry.revision },
      resumed: stretch.resumption === null ? null : markOf(stretch.resumption),
    })),
  };
}

/**
 * A line with what follows from what it keeps.
 *
 * @param startedAt when the clock started, epoch milliseconds; `null` before that
 */
export function settle(kept: KeptLine, startedAt: number | null): SheetLine {
  const { standing } = kept.notes;
  const candidate = candidateStateOf(kept);
  const status = statusOf({ ...emptySession(), startedAt }, candidate);
  const certificationNumber = numberOf(kept);
  return {
    ...kept,
    status,
    attendance: attendanceOf(status, candidate, standing),
    extraTime: extraTimeOf(kept.declared, standing),
    signature: latestOf(standing, 'SignatureRecorded'),
    certificationNumber,
    numberMissing: certificationNumber === null ? latestOf(standing, 'CertificationNumberMissing') : null,
    endScreen: latestOf(standing, 'EndScreenSeen') ?? latestOf(standing, 'EndScreenNotSeen'),
    interruptions: interruptionsOf(standing),
    remarks: remarksOf(standing),
  };
}

/** The certification number that stands; a corrected one has left the notes. */
export function numberOf({ notes }: KeptLine): string | null {
  const given =
    latestOf(notes.standing, 'CertificationNumberCorrected') ?? latestOf(notes.standing, 'CertificationNumberRecorded');
  return given?.certificationNumber ?? null;
}
