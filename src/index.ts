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
export { openMemoryStore } from './adapters/memory/store.ts';
export type { Accepted, Answer, Conflicted, Refused } from './service/answer.ts';
export { documentOf } from './service/documents.ts';
export type { LiveListener, LiveSession } from './service/live.ts';
export type { Moment } from './service/moment.ts';
export type { NavetteAnswer, NavettePlanning, PlannedRow, RefusedRow } from './service/navette.ts';
export type { Authorize, Clock, Randomness, RegisterOptions } from './service/ports.ts';
export type { Queries } from './service/queries.ts';
export { type CommandInput, openRegister, type Register } from './service/register.ts';
