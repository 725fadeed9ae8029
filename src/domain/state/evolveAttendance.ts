import { type Change, markOf } from './change.ts';

/** Who came, who could not join, who began, who left, who signed. */
export const evolveAttendance: {
  readonly CandidatePresent: Change<'CandidatePresent'>;
  readonly CandidateAbsent: Change<'CandidateAbsent'>;
  readonly CandidateCouldNotJoin: Change<'CandidateCouldNotJoin'>;
  readonly CandidateLeft: Change<'CandidateLeft'>;
  readonly CandidateStarted: Change<'CandidateStarted'>;
  readonly SignatureRecorded: Change<'SignatureRecorded'>;
} = {
  CandidatePresent(_, fact, candidate) {
    candidate.present = markOf(fact);
  },
  CandidateAbsent(_, fact, candidate) {
    candidate.absent = markOf(fact);
  },
  CandidateCouldNotJoin(_, fact, candidate) {
    candidate.couldNotJoin = markOf(fact);
  },
  CandidateLeft(_, fact, candidate) {
    candidate.left = markOf(fact);
  },
  CandidateStarted(_, fact, candidate) {
    candidate.started = markOf(fact);
  },
  SignatureRecorded(_, fact, candidate) {
    candidate.signature = markOf(fact);
  },
};
