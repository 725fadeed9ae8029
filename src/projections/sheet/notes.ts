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

/** What may be said of a candidate several times. */
const MANY: readonly LineNoteType[] = [
  'TestInterrupted',
  'TestResumed',
  'ProblemSignalled',
  'FraudReported',
  'CommentAdded',
];

const NUMBER: readonly LineNoteType[] = ['CertificationNumberRecorded', 'CertificationNumberCorrected'];

/**
 * The types of the notes in whose place a note comes. A candidate has one presence, one signature, one certification
 * number: as in the rules and the deadlines, the entry that was made last is the one that counts.
 */
export function replacedBy(type: LineNoteType): readonly LineNoteType[] {
  if (MANY.includes(type)) return [];
  return NUMBER.includes(type) ? NUMBER : [type];
}
