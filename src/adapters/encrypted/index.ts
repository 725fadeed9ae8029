/**
 * A store that hides what is personal and can erase it, as a wrapper around any other: personal fields are encrypted
 * under one key per person and session, and erasing somebody destroys theirs.
 *
 * @example
 * ```ts
 * import { openRegister } from 'emargement';
 * import { encrypted, openKeyring } from 'emargement/encrypted';
 * import { openSqliteKeys, openSqliteStore } from 'emargement/sqlite';
 *
 * const keyring = await openKeyring(openSqliteKeys('keys.db'), { current: { id: '2026', bytes } });
 * const register = openRegister(encrypted(openSqliteStore('sessions.db'), keyring));
 * ```
 *
 * The keys lie in a table of their own, beside the record and never in the same backup: a copy of both together undoes
 * every erasure that came after it. They are wrapped by a master key, which the host keeps. Who has the record alone, or
 * the record and the table, reads nothing personal.
 *
 * @module
 */
export { isPerson, type Person } from '../../domain/privacy/person.ts';
export type { KeptKey, KeyTable } from '../../domain/store/keys.ts';
export { type EncryptedOptions, encrypted } from './encrypted.ts';
export { isKeyError, KeyError, type KeyErrorCode } from './errors.ts';
export type { Keyring } from './keyring.ts';
export type { MasterKey, MasterKeys } from './masters.ts';
export { noKeys } from './noKeys.ts';
export { type KeyringOptions, openKeyring } from './openKeyring.ts';
export { rotateMasterKey } from './rotate.ts';
