import type { EventType } from '../../../src/domain/events/catalogue.ts';

/** Where a session is. */
export type State =
  | 'unplanned'
  | 'planned'
  | 'codesIssued'
  | 'running'
  | 'closed'
  | 'sheetSubmitted.underReview'
  | 'sheetSubmitted.returned'
  | 'resultsSent'
  | 'cancelled';

const beforeTheStart: readonly State[] = ['planned', 'codesIssued'];
const submitted: readonly State[] = ['sheetSubmitted.underReview', 'sheetSubmitted.returned'];
const over: readonly State[] = ['closed', ...submitted, 'resultsSent'];
const sinceTheStart: readonly State[] = ['running', ...over];
const sinceTheCode: readonly State[] = ['codesIssued', ...sinceTheStart];
const sincePlanned: readonly State[] = ['planned', ...sinceTheCode, 'cancelled'];
const beforeTheClose: readonly State[] = [...beforeTheStart, 'running'];

/** In which states each event may be recorded at all. */
export const STATES: { readonly [T in EventType]: readonly State[] } = {
  SessionPlanned: ['unplanned'],
  SessionReplanned: beforeTheStart,
  ExaminerAdded: beforeTheClose,
  ExaminerRemoved: beforeTheClose,
  SessionCancelled: beforeTheStart,
  AccessCodeIssued: ['planned'],
  CandidateRegistered: beforeTheStart,
  CandidateCorrected: beforeTheStart,
  CandidateWithdrawn: beforeTheStart,
  AccessCodeGiven: ['codesIssued'],
  SheetPrinted: sinceTheCode,
  SignatureRecorded: sinceTheCode,
  CandidatePresent: sinceTheCode,
  CandidateAbsent: sinceTheCode,
  ExtraTimeVerified: sinceTheCode,
  ExtraTimeGranted: sinceTheCode,
  CommentAdded: sinceTheCode,
  IdentityCorrected: sinceTheStart,
  ExtraTimeCorrected: sinceTheStart,
  StartCorrected: sinceTheStart,
  AllowanceGranted: sinceTheStart,
  CandidateStarted: sinceTheStart,
  CandidateCouldNotJoin: sinceTheStart,
  CandidateLeft: sinceTheStart,
  CertificationNumberRecorded: sinceTheStart,
  CertificationNumberCorrected: sinceTheStart,
  CertificationNumberMissing: sinceTheStart,
  TestInterrupted: sinceTheStart,
  TestResumed: sinceTheStart,
  ProblemSignalled: sinceTheStart,
  FraudReported: sinceTheStart,
  RemainingTimeAnnounced: sinceTheStart,
  EndScreenSeen: sinceTheStart,
  EndScreenNotSeen: sinceTheStart,
  SessionClosed: ['running'],
  SheetSubmitted: ['closed', 'sheetSubmitted.returned'],
  SheetReturned: ['sheetSubmitted.underReview'],
  ResultRecorded: ['sheetSubmitted.underReview'],
  ResultsSent: ['sheetSubmitted.underReview'],
  ResultCorrected: ['resultsSent'],
  PersonErased: [...over, 'cancelled'],
  DocumentRecorded: sincePlanned,
  SessionCommentAdded: sincePlanned,
  EntryRetracted: sincePlanned,
};

const LEADS_TO: { readonly [T in EventType]?: State } = {
  SessionPlanned: 'planned',
  AccessCodeIssued: 'codesIssued',
  AccessCodeGiven: 'running',
  SessionClosed: 'closed',
  SheetSubmitted: 'sheetSubmitted.underReview',
  SheetReturned: 'sheetSubmitted.returned',
  ResultsSent: 'resultsSent',
  SessionCancelled: 'cancelled',
};

/** The state after an event. */
export const tookTo = (type: EventType, state: State): State => LEADS_TO[type] ?? state;
