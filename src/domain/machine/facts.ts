import { accepts } from './accepted.ts';

/** What may be recorded at any moment of a session that was planned. */
export const always = accepts({
  DocumentRecorded: [],
  SessionCommentAdded: [],
  EntryRetracted: ['entry-still-counts'],
});

/** Until the start the slot, the examiners and the sheet can be changed. */
export const untilTheStart = accepts({
  SessionReplanned: [],
  CandidateRegistered: ['room-for-one-more', 'next-number', 'homonym-known', 'not-less-than-the-duration'],
  CandidateCorrected: ['candidate-registered', 'homonym-known', 'not-less-than-the-duration'],
  CandidateWithdrawn: ['candidate-registered'],
});

/** Examiners may change as long as they have candidates in charge. */
export const untilTheClose = accepts({
  ExaminerAdded: ['examiner-new'],
  ExaminerRemoved: ['examiner-known', 'one-examiner-remains', 'cap-still-holds'],
});

/** Once there is a sheet it is printed, candidates come and sign, and extra time is verified and granted. */
export const onceThereIsASheet = accepts({
  SheetPrinted: ['printed-from-the-record'],
  SignatureRecorded: ['candidate-registered', 'candidate-not-absent'],
  CandidatePresent: ['candidate-registered'],
  CandidateAbsent: ['candidate-registered', 'took-no-part'],
  ExtraTimeVerified: ['candidate-registered', 'not-less-than-the-duration'],
  ExtraTimeGranted: ['candidate-registered', 'not-less-than-the-duration'],
  CommentAdded: ['candidate-registered'],
});

/** Once the session was closed or cancelled the record is no longer needed to hold it, and people can be erased. */
export const onceItIsOver = accepts({
  PersonErased: ['person-on-record', 'person-not-erased'],
});

/** What happens in the test, noted at once or entered later from paper. */
export const onceTheTestBegan = accepts({
  StartCorrected: ['corrects-the-start', 'start-before-the-test', 'start-before-the-close', 'start-not-in-the-future'],
  AllowanceGranted: ['all-registered', 'after-the-start', 'before-the-close'],
  IdentityCorrected: ['candidate-registered'],
  ExtraTimeCorrected: ['candidate-registered', 'not-less-than-the-duration'],
  CandidateStarted: [
    'candidate-registered',
    'candidate-not-absent',
    'after-the-start',
    'before-the-close',
    'before-the-end-screen',
  ],
  CandidateCouldNotJoin: ['candidate-registered', 'candidate-not-absent', 'took-no-part', 'before-the-close'],
  CandidateLeft: [
    'candidate-registered',
    'candidate-not-absent',
    'after-the-start',
    'before-the-close',
    'before-the-end-screen',
  ],
  CertificationNumberRecorded: [
    'candidate-registered',
    'candidate-not-absent',
    'after-the-start',
    'before-the-close',
    'no-number-yet',
    'number-stands-once',
  ],
  CertificationNumberCorrected: ['candidate-registered', 'corrects-the-number', 'number-stands-once'],
  CertificationNumberMissing: ['candidate-registered', 'candidate-not-absent', 'no-number-yet'],
  TestInterrupted: [
    'candidate-registered',
    'candidate-not-absent',
    'after-the-start',
    'before-the-close',
    'before-the-end-screen',
    'not-already-interrupted',
  ],
  TestResumed: [
    'candidate-registered',
    'sessions-own-code',
    'before-the-close',
    'before-the-end-screen',
    'interrupted-before',
  ],
  ProblemSignalled: [
    'candidate-registered',
    'candidate-not-absent',
    'examiner-advised',
    'after-the-start',
    'before-the-close',
    'before-the-end-screen',
  ],
  FraudReported: ['candidate-registered', 'candidate-not-absent', 'after-the-start'],
  RemainingTimeAnnounced: ['after-the-start', 'before-the-close'],
  EndScreenSeen: [
    'candidate-registered',
    'candidate-not-absent',
    'after-the-start',
    'before-the-close',
    'end-screen-not-seen-yet',
    'end-screen-comes-last',
  ],
  EndScreenNotSeen: ['candidate-registered', 'candidate-not-absent', 'end-screen-not-seen-yet'],
});
