import { existsSync, statSync } from 'node:fs';
import type { EventStore } from '../../domain/store/port.ts';
import type { RegisterOptions } from '../../service/ports.ts';
import { openRegister, type Register } from '../../service/register.ts';
import { encrypted, type Keyring, noKeys, openKeyring } from '../encrypted/index.ts';
import { sealed } from '../sealed/index.ts';
import { openSqliteKeys } from '../sqlite/keys/keys.ts';
import { openSqliteStore } from '../sqlite/store.ts';
import { UsageError } from './io.ts';
import { besides, isServer } from './location.ts';
import { makeMasterKey, masterKeyOf } from './masterKey.ts';

/** A register in a file or on a server, and what it stands on. */
export interface Place {
  readonly register: Register;
  /** The record as it is stored: sealed, and encrypted. */
  readonly record: EventStore;
  /** The record as it is read, with the keys that are at hand. */
  readonly store: EventStore;
  readonly keyring: Keyring;
  /** Whether the keys are at hand, so that what is personal can be read. */
  readonly hasKeys: boolean;
}

/** The file in which the keys of a register lie. */
const keysFile = (db: string): string => `${besides(db)}.keys`;

/** Whether there is a register in a file; an empty file is none. */
const isRegister = (db: string): boolean => {
  const file = statSync(db, { throwIfNoEntry: false });
  return file !== undefined && !(file.isFile() && file.size === 0);
};

/** How long somebody at a terminal waits for a server that may come back, in milliseconds. */
const PATIENCE_MS = 8_000;

/** Opens the record in a file, or on a server, as it is stored. */
export async function openRecord(db: string): Promise<EventStore> {
  if (!isServer(db)) return openSqliteStore(db);
  const { openEventStoreDb } = await import('../eventstoredb/index.ts');
  return openEventStoreDb({ connectionString: db, budgets: { totalMs: PATIENCE_MS } });
}

/** Whether nothing is recorded there yet. */
async function isEmpty(db: string): Promise<boolean> {
  if (!isServer(db)) return !isRegister(db);
  const record = await openRecord(db);
  try {
    return (await record.readAll({ limit: 1 })).length === 0;
  } finally {
    await record.close();
  }
}

/** Whether there is a register; what a server holds is not asked. */
export const isThere = (db: string): boolean => isServer(db) || isRegister(db);

/** Opens the keys of a register; makes them for a new one, where they may be. `null` where they are somewhere else. */
async function keysOf(db: string, mayMake: boolean): Promise<Keyring | null> {
  const hasKeys = existsSync(keysFile(db));
  const isNew = mayMake && !hasKeys && (await isEmpty(db));
  const masters = masterKeyOf(besides(db)) ?? (isNew ? makeMasterKey(besides(db)) : null);
  if (masters === null || !(isNew || hasKeys)) return null;
  const table = openSqliteKeys(keysFile(db));
  try {
    return await openKeyring(table, masters);
  } catch (thrown) {
    await table.close();
    throw thrown;
  }
}

async function open(db: string, options: RegisterOptions, mayMake: boolean): Promise<Place> {
  const keyring = await keysOf(db, mayMake);
  const record = sealed(await openRecord(db));
  const store = encrypted(record, keyring ?? noKeys);
  const register = openRegister(store, options);
  return { register, record, store, keyring: keyring ?? noKeys, hasKeys: keyring !== null };
}

async function using<T>(
  db: string,
  options: RegisterOptions,
  mayMake: boolean,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  const place = await open(db, options, mayMake);
  try {
    return await work(place);
  } finally {
    await place.register.close();
  }
}

/**
 * Writes to the register in a file, and closes it whatever happens; a file that is absent is made, its keys beside it.
 *
 * @throws {UsageError} where the register is there and its keys are not: what is personal could not be encrypted
 */
export const writing = <T>(db: string, work: (place: Place) => Promise<T>, options: RegisterOptions = {}): Promise<T> =>
  using(db, options, true, (place) => {
    if (place.hasKeys) return work(place);
    throw new UsageError(
      `Les clés du registre ${db} manquent (${keysFile(db)} et sa clé maîtresse) : rien n’est écrit.`,
    );
  });

/**
 * Reads in the register in a file. Reading makes none: neither where there is no file, nor of one that is empty.
 * Without its keys, what is personal reads as if it were erased.
 *
 * @throws {UsageError} where there is nothing to read
 */
export async function reading<T>(db: string, work: (place: Place) => Promise<T>): Promise<T> {
  assertThere(db);
  return using(db, {}, false, work);
}

/** As {@link writing}, where there is a register already: what is done to what was recorded makes none. */
export const changing = <T>(db: string, work: (register: Register) => Promise<T>): Promise<T> =>
  changingPlace(db, ({ register }) => work(register));

/** As {@link changing}, for who needs what the register stands on as well. */
export async function changingPlace<T>(db: string, work: (place: Place) => Promise<T>): Promise<T> {
  assertThere(db);
  return writing(db, work);
}

function assertThere(db: string): void {
  if (!isThere(db)) throw new UsageError(`Le registre ${db} ${existsSync(db) ? 'est vide' : 'n’existe pas'}.`);
}

/** As {@link writing}, for who needs the register alone. */
export const withRegister = <T>(db: string, work: (register: Register) => Promise<T>, options?: RegisterOptions) =>
  writing(db, ({ register }) => work(register), options);

/** As {@link reading}, for who needs the register alone. */
export const readingRegister = <T>(db: string, work: (register: Register) => Promise<T>): Promise<T> =>
  reading(db, ({ register }) => work(register));
