/**
 * The record of a certification session, from the planning of its slot to its results: open a register on a store, give
 * it commands, and ask it for sheets, PVs, histories and results.
 *
 * @example
 * ```ts
 * import { openRegister } from 'emargement';
 * import { openSqliteStore } from 'emargement/sqlite';
 *
 * const register = openRegister(openSqliteStore('sessions.db'));
 * ```
 *
 * @module
 */
export { openMemoryKeys } from './adapters/memory/keys.ts';
export { openMemoryStore } from './adapters/memory/store.ts';
export { openMemoryViews } from './adapters/memory/views.ts';
export type { Command, CommandType } from './domain/commands/catalogue.ts';
export type { Warning } from './domain/commands/define.ts';
export type { EventType, SessionEvent } from './domain/events/catalogue.ts';
export type { Refusal } from './domain/machine/refusal.ts';
export type { Session } from './domain/machine/replay.ts';
export type { RetentionPolicy } from './domain/retention.ts';
export type { Actor } from './domain/store/envelope.ts';
export { isStoreError, StoreError, type StoreErrorCode } from './domain/store/errors.ts';
export type { EventStore } from './domain/store/port.ts';
export type { DocumentReference } from './domain/values/document.ts';
export type { Person } from './domain/values/person.ts';
export type { Accepted, Answer, Conflicted, Refused } from './service/answer.ts';
export { documentOf } from './service/documents.ts';
export type { LiveListener, LiveSession } from './service/live.ts';
export type { Moment } from './service/moment.ts';
export type { NavetteAnswer, NavettePlanning, PlannedRow, RefusedRow } from './service/navette.ts';
export type { Authorize, Clock, Randomness, RegisterOptions } from './service/ports.ts';
export type { Queries } from './service/queries.ts';
export { type CommandInput, openRegister, type Register } from './service/register.ts';
export type { DueSession, RetentionAnswer, RetentionRun, UnreadableSession } from './service/retention.ts';
