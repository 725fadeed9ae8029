/**
 * The rulebook: commands, events, rules, the machine, and what follows from a history. Pure: no clock, no chance, no
 * disk and no network, so that it runs anywhere, a browser included.
 *
 * @module
 */
export { COMMANDS, type Command, type CommandType, isCommandType, type ReadCommand } from './commands/catalogue.ts';
export type { Warning } from './commands/define.ts';
export { type Reading, readCommand } from './commands/read.ts';
export { type Deadline, deadlines } from './deadlines.ts';
export { branch, type Decision, decide } from './decide.ts';
export { asErased } from './erasure.ts';
export {
  EVENT_TYPES,
  EVENTS,
  type EventData,
  type EventType,
  type Fact,
  isEventType,
  type SessionEvent,
} from './events/catalogue.ts';
export { UnreadableEvent, type Upcaster, upToDate } from './events/upcast.ts';
export { type Refusal, refusalsOf } from './machine/refusal.ts';
export {
  apply,
  type Breach,
  checkedReplay,
  type Draft,
  newDraft,
  replay,
  type Session,
  sessionOf,
} from './machine/replay.ts';
export { sessionMachine } from './machine/session.ts';
export { type Lifecycle, PLACES, type Place } from './machine/table.ts';
export { type Notice, noticesOf } from './notices.ts';
export { PROCEDURE, type Sentence } from './procedure.ts';
export { dueForErasure, isStillOpen, type RetentionPolicy, readRetention } from './retention.ts';
export type { Quoted, Rule, RuleText } from './rules/define.ts';
export { RULEBOOK_VERSION, RULES } from './rules/rulebook.ts';
export { type CandidateStatus, statusOf } from './state/candidate.ts';
export type { CandidateState, SessionState } from './state/session.ts';
export { type Actor, type NewEvent, type StoredEvent, storedEnvelope } from './store/envelope.ts';
export { isStoreError, StoreError, type StoreErrorCode } from './store/errors.ts';
export type {
  AppendResult,
  EventStore,
  ExpectedRevision,
  GlobalRange,
  Position,
  PositionedEvent,
  StreamRange,
} from './store/port.ts';
export { ACCESS_CODE_BYTES, accessCodeFrom } from './values/codes.ts';
export type { DocumentReference } from './values/document.ts';
export { durationWith, type ExtraTime, readExtraTime } from './values/extraTime.ts';
export { type CandidateIdentity, type Identifier, isDoubtfulIne } from './values/people.ts';
export { isPerson, type Person } from './values/person.ts';
export { ERASED, type Erased, isErased, type MaybeErased } from './values/personal.ts';
export { type Policy, PROCEDURE_POLICY } from './values/policy.ts';
export { overlap, type Slot } from './values/slot.ts';
