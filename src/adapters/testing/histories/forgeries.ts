import fc from 'fast-check';
import { EVENT_TYPES, type EventData, type EventType, type Fact } from '../../../domain/events/catalogue.ts';
import { personsOf } from '../../../domain/state/persons.ts';
import type { SessionState } from '../../../domain/state/session.ts';
import { ERASED } from '../../../domain/values/personal.ts';
import { PROCEDURE_POLICY } from '../../../domain/values/policy.ts';
import { identityOf } from '../arbitraries/people.ts';
import { nth } from './choice.ts';

/**
 * A fact as somebody might have forged it, said in relation to a session: of any type in any state, of candidates who
 * exist or not, at the instants that rules look at and just beside them, with a revision that fits or not.
 */
export interface Forgery {
  readonly type: EventType;
  readonly candidate: number;
  /** Which of the instants that rules look at, and how many milliseconds beside it. */
  readonly anchor: number;
  readonly beside: number;
  /** How long after the last event it was recorded; below 0 is before it. */
  readonly recordedAfter: number;
  /** 1 is the revision that comes next. */
  readonly revision: number;
  /** Which of the possible contents. */
  readonly how: number;
}

/** What few states know, and what leads to them; left to chance, their rules would hardly ever be asked. */
const SELDOM = [
  'AccessCodeIssued',
  'AccessCodeGiven',
  'CandidateRegistered',
  'SheetPrinted',
  'TestInterrupted',
  'EndScreenSeen',
  'StartCorrected',
  'SessionClosed',
  'SheetSubmitted',
  'SheetSubmitted',
  'ResultRecorded',
  'ResultsSent',
  'ResultCorrected',
] as const satisfies readonly EventType[];

/** Forgeries; those that are wrong in nothing but one thing are the most frequent. */
export const forgeries: fc.Arbitrary<Forgery> = fc.record({
  type: fc.oneof(fc.constantFrom(...EVENT_TYPES), fc.constantFrom(...SELDOM)),
  candidate: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.constantFrom(0, 9999)),
  anchor: fc.nat(20),
  beside: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.constantFrom(-1, 1, -600_000, 600_000)),
  recordedAfter: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(0, 600_000) }, fc.constant(-1)),
  revision: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, fc.constantFrom(0, 2)),
  how: fc.nat(999),
});

type Forge<T extends EventType> = (forgery: Forgery, state: SessionState) => EventData<T>;

const document = { sha256: 'a'.repeat(64), mediaType: 'text/csv', bytes: 1 };

const slot = {
  date: '2019-05-14',
  start: '08:30',
  end: '10:30',
  zone: 'Europe/Paris',
  site: 'Lycée',
  room: 'B12',
  startsAt: Date.parse('2019-05-14T06:30:00Z'),
  endsAt: Date.parse('2019-05-14T08:30:00Z'),
};

const establishment = { name: 'Lycée', address: '1 rue Haute', postalCode: '01000', city: 'Bourg' };

const reason = 'Par erreur';

/** In milliseconds. */
const AN_HOUR = 3_600_000;

const person = ({ candidate, how }: Forgery) =>
  ({ candidate, cause: 'other', detail: how % 2 === 0 ? null : reason }) as const;

const someone = ({ candidate }: Forgery) => ({ candidate });

const durationSeconds = ({ how }: Forgery, { policy }: SessionState): number => policy.durationSeconds + (how % 3) - 1;

const line: Forge<'CandidateRegistered'> = (forgery, state) => ({
  candidate: forgery.how % 4 === 0 ? forgery.candidate : state.candidates.length + 1,
  identity: forgery.how % 2 === 0 ? ERASED : identityOf(forgery.how),
  email: null,
  identifier: null,
  extraTime: null,
  durationSeconds: durationSeconds(forgery, state),
  homonymOf: forgery.how % 5 === 0 ? [1] : [],
  homonymKnown: forgery.how % 10 === 0,
});

const extra = (forgery: Forgery, state: SessionState) => ({
  candidate: forgery.candidate,
  extraTime: ERASED,
  durationSeconds: durationSeconds(forgery, state),
  reason: ERASED,
});

/** A number that somebody has, or nobody. */
const numberOf = ({ how }: Forgery, { numbers }: SessionState): string => nth([...numbers.keys(), '42', '43'], how);

const examinerOf = ({ how }: Forgery, { examiners }: SessionState): string => nth([...examiners, 'inconnu'], how);

const codeOf = ({ how }: Forgery, { accessCode }: SessionState): string =>
  how % 3 === 0 ? 'ZZZZ99' : (accessCode ?? 'BCDF23');

/** An event of the session, or one that is none yet. */
const entryOf = ({ how }: Forgery, { revision }: SessionState): number => 1 + (how % (revision + 1));

const result = (forgery: Forgery, state: SessionState) => ({
  candidate: forgery.candidate,
  certificationNumber: state.candidates[forgery.candidate - 1]?.certificationNumber ?? numberOf(forgery, state),
  obtained: true,
  score: null,
  comment: null,
});

const DATA: { readonly [T in EventType]: Forge<T> } = {
  SessionPlanned: () => ({ session: 's', establishment, slot, policy: PROCEDURE_POLICY, rulebook: 1 }),
  SessionReplanned: ({ how }) => ({ establishment: null, slot: how % 2 === 0 ? null : slot, reason }),
  ExaminerAdded: (forgery, state) => ({ examiner: examinerOf(forgery, state), name: ERASED }),
  ExaminerRemoved: (forgery, state) => ({ examiner: examinerOf(forgery, state), reason }),
  SessionCancelled: () => ({ reason }),
  AccessCodeIssued: () => ({ accessCode: 'BCDF23' }),
  CandidateRegistered: line,
  CandidateCorrected: (forgery, state) => ({ ...line(forgery, state), candidate: forgery.candidate }),
  CandidateWithdrawn: ({ candidate }) => ({ candidate, reason: null }),
  IdentityCorrected: ({ candidate, how }) => ({ candidate, identity: identityOf(how), reason }),
  ExtraTimeCorrected: extra,
  ExtraTimeVerified: ({ candidate }, { policy }) => ({
    candidate,
    extraTime: null,
    durationSeconds: policy.durationSeconds,
    evidence: null,
  }),
  ExtraTimeGranted: extra,
  SheetPrinted: (forgery, state) => ({
    view: 'copyToSign',
    printedRevision: entryOf(forgery, state) + (forgery.how % 4 === 0 ? state.revision : 0),
  }),
  SignatureRecorded: ({ candidate }) => ({ candidate, signature: 'seen', detail: null }),
  DocumentRecorded: () => ({ kind: 'navette', document, sender: ERASED, recipient: 'certif@pix.fr' }),
  CandidatePresent: someone,
  CandidateAbsent: someone,
  CandidateCouldNotJoin: person,
  CandidateLeft: person,
  AccessCodeGiven: (forgery, state) => ({ accessCode: codeOf(forgery, state) }),
  StartCorrected: (forgery, state) => ({
    corrects: forgery.how % 4 === 0 ? entryOf(forgery, state) : Math.max(1, state.startedBy),
    startedAt: instantOf({ ...forgery, anchor: forgery.how }, state) + (forgery.how % 5 === 0 ? AN_HOUR : 0),
    reason,
  }),
  AllowanceGranted: ({ candidate, how }) => ({
    candidates: how % 2 === 0 ? 'all' : [1, candidate],
    seconds: 60,
    cause: 'fireAlarm',
    detail: null,
  }),
  CandidateStarted: someone,
  CertificationNumberRecorded: (forgery, state) => ({
    candidate: forgery.candidate,
    certificationNumber: numberOf(forgery, state),
  }),
  CertificationNumberCorrected: (forgery, state) => ({
    candidate: forgery.candidate,
    certificationNumber: numberOf(forgery, state),
    corrects: state.candidates[forgery.candidate - 1]?.numbered?.revision ?? entryOf(forgery, state),
    reason,
  }),
  CertificationNumberMissing: person,
  RemainingTimeAnnounced: () => ({ remainingSeconds: 300, invitedToPass: true }),
  EndScreenSeen: someone,
  EndScreenNotSeen: person,
  SessionClosed: () => ({ stillRunning: [] }),
  CommentAdded: ({ candidate }) => ({ candidate, text: 'Bruit dans la salle' }),
  SessionCommentAdded: () => ({ text: 'Bruit dans la salle' }),
  TestInterrupted: person,
  TestResumed: (forgery, state) => ({ candidate: forgery.candidate, accessCode: codeOf(forgery, state) }),
  ProblemSignalled: ({ candidate, how }) => ({
    candidate,
    question: 18,
    examinerAdvised: how % 3 !== 0,
    category: null,
    wording: null,
  }),
  FraudReported: ({ candidate }) => ({
    candidate,
    facts: ERASED,
    witnesses: [],
    candidateRemarks: null,
    candidateHeard: false,
  }),
  EntryRetracted: (forgery, state) => ({
    entry: entryOf(forgery, state),
    candidate: forgery.how % 2 === 0 ? null : forgery.candidate,
    reason,
  }),
  SheetSubmitted: () => ({ digitalSheet: document, signedScan: document }),
  SheetReturned: () => ({ reason }),
  ResultRecorded: result,
  ResultCorrected: (forgery, state) => ({ ...result(forgery, state), reason }),
  ResultsSent: () => ({ document }),
  PersonErased: ({ how }, state) => ({ person: nth([...personsOf(state), 'examiner-inconnu'], how), reason }),
};

/** One of the instants that rules look at. */
function instantOf({ anchor, beside }: Forgery, state: SessionState): number {
  const marks = state.candidates.flatMap(({ endScreen, interruptions, started, numbered, left }) => [
    endScreen,
    started,
    numbered,
    left,
    ...interruptions.flatMap(({ began, resumed }) => [began, resumed]),
  ]);
  const { recordedAt, lifecycleAt, startedAt, closedAt } = state;
  const anchors = [recordedAt, lifecycleAt, startedAt, closedAt, ...marks.map((mark) => mark?.at ?? null)];
  return (
    nth(
      anchors.filter((at) => at !== null),
      anchor,
    ) + beside
  );
}

/** The fact that a forgery stands for in this session. */
export const forged = (forgery: Forgery, state: SessionState): Fact =>
  ({
    type: forgery.type,
    data: DATA[forgery.type](forgery, state),
    occurredAt: instantOf(forgery, state),
    recordedAt: state.recordedAt + forgery.recordedAfter,
    revision: state.revision + forgery.revision,
  }) as Fact;
