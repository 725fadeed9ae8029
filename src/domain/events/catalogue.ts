import type { StoredEvent } from '../store/envelope.ts';
import { CandidateAbsent, CandidateCouldNotJoin, CandidateLeft, CandidatePresent } from './attendance.ts';
import {
  CandidateCorrected,
  CandidateRegistered,
  CandidateWithdrawn,
  ExtraTimeCorrected,
  ExtraTimeGranted,
  ExtraTimeVerified,
  IdentityCorrected,
} from './candidates.ts';
import type { DataOf, EventDefinition } from './define.ts';
import { PersonErased } from './erasure.ts';
import {
  CommentAdded,
  EntryRetracted,
  FraudReported,
  ProblemSignalled,
  SessionCommentAdded,
  TestInterrupted,
  TestResumed,
} from './incidents.ts';
import { DocumentRecorded, SheetPrinted, SignatureRecorded } from './paper.ts';
import {
  AccessCodeIssued,
  ExaminerAdded,
  ExaminerRemoved,
  SessionCancelled,
  SessionPlanned,
  SessionReplanned,
} from './planning.ts';
import { ResultCorrected, ResultRecorded, ResultsSent, SheetReturned, SheetSubmitted } from './submission.ts';
import {
  AccessCodeGiven,
  AllowanceGranted,
  CandidateStarted,
  CertificationNumberCorrected,
  CertificationNumberMissing,
  CertificationNumberRecorded,
  EndScreenNotSeen,
  EndScreenSeen,
  RemainingTimeAnnounced,
  SessionClosed,
  StartCorrected,
} from './test.ts';

/** Every event of a session, by its type. */
export const EVENTS = {
  SessionPlanned,
  SessionReplanned,
  ExaminerAdded,
  ExaminerRemoved,
  SessionCancelled,
  AccessCodeIssued,
  CandidateRegistered,
  CandidateCorrected,
  CandidateWithdrawn,
  IdentityCorrected,
  ExtraTimeCorrected,
  ExtraTimeVerified,
  ExtraTimeGranted,
  SheetPrinted,
  SignatureRecorded,
  DocumentRecorded,
  CandidatePresent,
  CandidateAbsent,
  CandidateCouldNotJoin,
  CandidateLeft,
  AccessCodeGiven,
  StartCorrected,
  AllowanceGranted,
  CandidateStarted,
  CertificationNumberRecorded,
  CertificationNumberCorrected,
  CertificationNumberMissing,
  RemainingTimeAnnounced,
  EndScreenSeen,
  EndScreenNotSeen,
  SessionClosed,
  CommentAdded,
  SessionCommentAdded,
  TestInterrupted,
  TestResumed,
  ProblemSignalled,
  FraudReported,
  EntryRetracted,
  SheetSubmitted,
  SheetReturned,
  ResultRecorded,
  ResultCorrected,
  ResultsSent,
  PersonErased,
} as const;

/** The type of a session's event. */
export type EventType = keyof typeof EVENTS;

/** The data of an event of this type. */
export type EventData<T extends EventType> =
  (typeof EVENTS)[T] extends EventDefinition<string, infer F> ? DataOf<F> : never;

/** A stored event of a session, as one of a discriminated union. */
export type SessionEvent<T extends EventType = EventType> = { [K in T]: StoredEvent<K, EventData<K>> }[T];

/**
 * What the machine and its rules read of an event: what happened, when, when it was learned, and its place. A stored
 * event is one; so is an event that is about to be stored.
 */
export type Fact<T extends EventType = EventType> = {
  [K in T]: Pick<StoredEvent<K, EventData<K>>, 'type' | 'data' | 'occurredAt' | 'recordedAt' | 'revision'>;
}[T];

/** The types, in the order of the procedure. */
export const EVENT_TYPES = Object.keys(EVENTS) as readonly EventType[];

/** Whether this is the type of a session's event. */
export const isEventType = (type: string): type is EventType => Object.hasOwn(EVENTS, type);
