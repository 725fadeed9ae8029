import { type Change, lineOf, markOf } from './change.ts';

/** Who came, who could not join, who began, who left, who signed. */
export const evolveAttendance: {
  readonly CandidatePresent: Change<'CandidatePresent'>;
  readonly CandidateAbsent: Change<'CandidateAbsent'>;
  readonly CandidateCouldNotJoin: Change<'CandidateCouldNotJoin'>;
  readonly CandidateLeft: Change<'CandidateLeft'>;
  readonly CandidateStarted: Change<'CandidateStarted'>;
  readonly SignatureRecorded: Change<'SignatureRecorded'>;
} = {
  CandidatePresent(draft, fact) {
    lineOf(draft, fact.data.candidate).present = markOf(fact);
  },
  CandidateAbsent(draft, fact) {
    lineOf(draft, fact.data.candidate).absent = markOf(fact);
  },
  CandidateCouldNotJoin(draft, fact) {
    lineOf(draft, fact.data.candidate).couldNotJoin = markOf(fact);
  },
  CandidateLeft(draft, fact) {
    lineOf(draft, fact.data.candidate).left = markOf(fact);
  },
  CandidateStarted(draft, fact) {
    lineOf(draft, fact.data.candidate).started = markOf(fact);
  },
  SignatureRecorded(draft, fact) {
    lineOf(draft, fact.data.candidate).signature = markOf(fact);
  },
};
