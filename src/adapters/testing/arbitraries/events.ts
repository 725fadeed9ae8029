import fc from 'fast-check';
import { EVENT_TYPES, EVENTS, type EventData, type EventType } from '../../../domain/events/catalogue.ts';
import { ERASED, type Erased } from '../../../domain/values/personal.ts';
import { accessCodes, certificationNumbers } from './codes.ts';
import { extraTimes } from './extraTimes.ts';
import { emails, examinerIds, examinerNames, identifiers, identities } from './identities.ts';
import { remarks } from './names.ts';
import { candidates, categories, causesOf, correspondents, details, persons, revisions, scores } from './parts.ts';
import { establishments, plannedSlots } from './places.ts';
import { documentKinds, documents, instants, policies, recordIdentities } from './records.ts';

/** Each field of an event as it was recorded, before anything was erased. */
type Whole<T extends EventType> = {
  readonly [K in keyof EventData<T>]: fc.Arbitrary<Exclude<EventData<T>[K], Erased>>;
};

const durationSeconds = fc.integer({ min: 0, max: 3 * 86_400 });

const registration: Whole<'CandidateRegistered'> = {
  candidate: candidates,
  identity: identities,
  email: fc.option(emails),
  identifier: fc.option(identifiers),
  extraTime: fc.option(extraTimes),
  durationSeconds,
  homonymOf: fc.array(candidates, { maxLength: 3 }),
  homonymKnown: fc.boolean(),
};

const someone = { candidate: candidates };

const extraTime = { ...someone, extraTime: fc.option(extraTimes), durationSeconds };

const result: Whole<'ResultRecorded'> = {
  ...someone,
  certificationNumber: certificationNumbers,
  obtained: fc.boolean(),
  score: scores,
  comment: details,
};

const FIELDS: { readonly [T in EventType]: Whole<T> } = {
  SessionPlanned: {
    session: recordIdentities,
    establishment: establishments,
    slot: plannedSlots,
    policy: policies,
    rulebook: fc.integer({ min: 1, max: 9 }),
  },
  SessionReplanned: { establishment: fc.option(establishments), slot: fc.option(plannedSlots), reason: remarks },
  ExaminerAdded: { examiner: examinerIds, name: examinerNames },
  ExaminerRemoved: { examiner: examinerIds, reason: remarks },
  SessionCancelled: { reason: remarks },
  AccessCodeIssued: { accessCode: accessCodes },
  CandidateRegistered: registration,
  CandidateCorrected: registration,
  CandidateWithdrawn: { ...someone, reason: details },
  IdentityCorrected: { ...someone, identity: identities, reason: remarks },
  ExtraTimeCorrected: { ...extraTime, reason: remarks },
  ExtraTimeVerified: { ...extraTime, evidence: details },
  ExtraTimeGranted: { ...extraTime, reason: details },
  SheetPrinted: { view: fc.constantFrom('copyToSign', 'examinersCopy'), printedRevision: revisions },
  SignatureRecorded: { ...someone, signature: fc.constantFrom('seen', 'forgotten', 'wrongLine'), detail: details },
  DocumentRecorded: { kind: documentKinds, document: documents, sender: correspondents, recipient: correspondents },
  CandidatePresent: someone,
  CandidateAbsent: someone,
  CandidateCouldNotJoin: { ...someone, cause: causesOf(EVENTS.CandidateCouldNotJoin), detail: details },
  CandidateLeft: { ...someone, cause: causesOf(EVENTS.CandidateLeft), detail: details },
  AccessCodeGiven: { accessCode: accessCodes },
  StartCorrected: { corrects: revisions, startedAt: instants, reason: remarks },
  AllowanceGranted: {
    candidates: fc.oneof(fc.constant('all' as const), fc.array(candidates, { minLength: 1, maxLength: 5 })),
    seconds: fc.integer({ min: 1, max: 86_400 }),
    cause: causesOf(EVENTS.AllowanceGranted),
    detail: details,
  },
  CandidateStarted: someone,
  CertificationNumberRecorded: { ...someone, certificationNumber: certificationNumbers },
  CertificationNumberCorrected: {
    ...someone,
    certificationNumber: certificationNumbers,
    corrects: revisions,
    reason: remarks,
  },
  CertificationNumberMissing: { ...someone, cause: causesOf(EVENTS.CertificationNumberMissing), detail: details },
  RemainingTimeAnnounced: { remainingSeconds: fc.integer({ min: 0, max: 86_400 }), invitedToPass: fc.boolean() },
  EndScreenSeen: someone,
  EndScreenNotSeen: { ...someone, cause: causesOf(EVENTS.EndScreenNotSeen), detail: details },
  SessionClosed: {
    stillRunning: fc.array(fc.record({ ...someone, remainingSeconds: fc.integer({ min: 1, max: 7200 }) }), {
      maxLength: 3,
    }),
  },
  CommentAdded: { ...someone, text: remarks },
  SessionCommentAdded: { text: remarks },
  TestInterrupted: { ...someone, cause: causesOf(EVENTS.TestInterrupted), detail: details },
  TestResumed: { ...someone, accessCode: accessCodes },
  ProblemSignalled: {
    ...someone,
    question: fc.integer({ min: 1, max: 500 }),
    examinerAdvised: fc.boolean(),
    category: categories,
    wording: details,
  },
  FraudReported: {
    ...someone,
    facts: remarks,
    witnesses: fc.array(fc.constantFrom('M. GARÇON', 'Mme N’DIAYE'), { maxLength: 3 }),
    candidateRemarks: details,
    candidateHeard: fc.boolean(),
  },
  EntryRetracted: { entry: revisions, candidate: fc.option(candidates), reason: remarks },
  SheetSubmitted: { digitalSheet: documents, signedScan: documents },
  SheetReturned: { reason: remarks },
  ResultRecorded: result,
  ResultCorrected: { ...result, reason: remarks },
  ResultsSent: { document: documents },
  PersonErased: { person: persons, reason: remarks },
};

const isPersonal = (type: EventType, name: string): boolean =>
  Object.entries(EVENTS[type].fields).some(([field, { personal }]) => field === name && personal);

/**
 * Data of events of one type as the record keeps them. One in five personal fields is erased, each by itself, so that
 * what reads the record meets every mixture of what is left and what is gone.
 */
export const eventDataOf = <T extends EventType>(type: T): fc.Arbitrary<EventData<T>> => {
  const fields = Object.entries<fc.Arbitrary<unknown>>(FIELDS[type]).map(([name, whole]) => [
    name,
    isPersonal(type, name)
      ? fc.oneof({ weight: 4, arbitrary: whole }, { weight: 1, arbitrary: fc.constant(ERASED) })
      : whole,
  ]);
  return fc.record(Object.fromEntries(fields)) as unknown as fc.Arbitrary<EventData<T>>;
};

/** An event's type with its data. */
export type TypedData = { readonly [T in EventType]: { readonly type: T; readonly data: EventData<T> } }[EventType];

/** Types of events with data of theirs, of every type. */
export const eventData: fc.Arbitrary<TypedData> = fc.oneof(
  ...EVENT_TYPES.map((type) => fc.record({ type: fc.constant(type), data: eventDataOf(type) })),
) as unknown as fc.Arbitrary<TypedData>;
