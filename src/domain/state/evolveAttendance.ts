import { type Change, noted } from './change.ts';

/** Who came, who could not join, who left, who signed. */
export const evolveAttendance: {
  readonly CandidatePresent: Change<'CandidatePresent'>;
  readonly CandidateAbsent: Change<'CandidateAbsent'>;
  readonly CandidateCouldNotJoin: Change<'CandidateCouldNotJoin'>;
  readonly CandidateLeft: Change<'CandidateLeft'>;
  readonly CandidateStarted: Change<'CandidateStarted'>;
  readonly SignatureRecorded: Change<'SignatureRecorded'>;
} = {
  CandidatePresent: noted('present'),
  CandidateAbsent: noted('absent'),
  CandidateCouldNotJoin: noted('couldNotJoin'),
  CandidateLeft: noted('left'),
  CandidateStarted: noted('started'),
  SignatureRecorded: noted('signature'),
};
