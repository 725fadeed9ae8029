/**
 * The store on a server: EventStoreDB, through its own client (`@eventstore/db-client`).
 *
 * @example
 * ```ts
 * import { openEventStoreDb } from 'emargement/eventstoredb';
 *
 * const store = openEventStoreDb({ connectionString: process.env.EVENTSTOREDB ?? 'esdb://localhost:2113?tls=false' });
 * ```
 *
 * @module
 */
export type { Budgets } from './budgets.ts';
export type { Diagnostic } from './diagnostics.ts';
export type { Readiness } from './health.ts';
export type { Behaviour, EventStoreDbOptions } from './options.ts';
export type { Credentials, Endpoint, Place, Tls } from './place.ts';
export { type EventStoreDbStore, openEventStoreDb } from './store.ts';
