/**
 * The seal: a store whose events are chained, the log of its heads, and the verification of both. A changed, missing,
 * added or moved event is found, and named, by whoever knows a head or a root from elsewhere.
 *
 * @example
 * ```ts
 * import { openRegister } from 'emargement';
 * import { sealed, verifyStore } from 'emargement/sealed';
 * import { openSqliteStore } from 'emargement/sqlite';
 *
 * const store = sealed(openSqliteStore('sessions.db'));
 * const register = openRegister(store);
 * // Later, with a root that was kept on another machine:
 * const { findings } = await verifyStore(store, { roots: [{ size, root }] });
 * ```
 *
 * @module
 */
export type { ChainFault, ChainFinding } from '../../domain/seal/finding.ts';
export type { Head, WrittenHead } from '../../domain/seal/head.ts';
export type { LogRoot } from '../../domain/seal/log.ts';
export type { KnownHead } from '../../domain/seal/verify.ts';
export type { StoreFinding } from './findings.ts';
export { type Inclusion, inclusionOf, rootOf } from './log.ts';
export { sealed } from './sealed.ts';
export { type StoreVerdict, type VerifyOptions, verifyStore } from './verifyStore.ts';
