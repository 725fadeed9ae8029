import type { Note } from '../note.ts';

/** What is noted of a candidate, in the room or later from paper; any of it but extra time may be taken back. */
export const LINE_NOTES = [
  'CandidatePresent',
  'CandidateAbsent',
  'CandidateCouldNotJoin',
  'CandidateLeft',
  'CandidateStarted',
  'SignatureRecorded',
  'ExtraTimeVerified',
  'ExtraTimeGranted',
  'CertificationNumberRecorded',
  'CertificationNumberCorrected',
  'CertificationNumberMissing',
  'TestInterrupted',
  'TestResumed',
  'ProblemSignalled',
  'FraudReported',
  'CommentAdded',
  'EndScreenSeen',
  'EndScreenNotSeen',
] as const;

/** The type of a note about a candidate. */
export type LineNoteType = (typeof LINE_NOTES)[number];

/** A note about a candidate. */
export type LineNote = Note<LineNoteType>;
