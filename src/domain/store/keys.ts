import { isPerson, type Person } from '../privacy/person.ts';
import { invalid, streamName } from './ranges.ts';

/** The key of a person, wrapped by a master key; or, where it was destroyed, the fact that there was one. */
export interface KeptKey {
  readonly stream: string;
  readonly person: Person;
  /** Which master key wraps it; empty where it was destroyed. */
  readonly master: string;
  /** The wrapped key, {@link WRAPPED_LENGTH} characters of base64url; `null` where it was destroyed. */
  readonly wrapped: string | null;
}

/**
 * How many characters a wrapped key has: 12 bytes of nonce, 32 of the key and 16 that say that nothing was changed, as
 * base64url. All have one length, so that one can be overwritten where it stands, and no copy stays behind.
 */
export const WRAPPED_LENGTH = 80;

/** How a master key is named; its name is no secret, and is kept beside every key that it wraps. */
export const MASTER_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

const WRAPPED = new RegExp(`^[A-Za-z0-9_-]{${WRAPPED_LENGTH}}$`);

/**
 * Whose key is meant, as it was given.
 *
 * @throws StoreError `range-invalid` where this is no stream or no person
 */
export function keyPlace({ stream, person }: Pick<KeptKey, 'stream' | 'person'>): Pick<KeptKey, 'stream' | 'person'> {
  if (typeof person !== 'string' || !isPerson(person)) throw invalid('person', person);
  return { stream: streamName(stream), person };
}

/**
 * A key that is not destroyed, as it was given.
 *
 * @throws StoreError `range-invalid` where a table cannot keep it
 */
export function liveKey(key: KeptKey): KeptKey & { readonly wrapped: string } {
  const { master, wrapped } = key;
  if (typeof master !== 'string' || !MASTER_ID.test(master)) throw invalid('name of a master key', master);
  if (typeof wrapped !== 'string' || !WRAPPED.test(wrapped)) throw invalid('wrapped key', typeof wrapped);
  return { ...keyPlace(key), master, wrapped };
}

const NOTE_LENGTH = 1_000;

/**
 * A note's name or text, as it was given.
 *
 * @throws StoreError `range-invalid` where it is empty, longer than 1,000 characters, or no text that UTF-8 can carry
 */
export function noted(text: string): string {
  if (typeof text !== 'string' || text === '' || text.length > NOTE_LENGTH || !text.isWellFormed()) {
    throw invalid('note', text);
  }
  return text;
}

/**
 * Where the keys of persons are kept: beside the record, never in it, and never in the same backup.
 *
 * Guarantees: what was acknowledged is read by every later read; a key once added is the one that everybody gets; once
 * one is destroyed, nothing of it is left wherever this table writes, and no other can be added in its place.
 *
 * A fault of the machine room is a `StoreError`; so is, as `range-invalid`, what a table cannot keep.
 */
export interface KeyTable {
  /** Every key of a stream. */
  ofStream(stream: string): Promise<readonly KeptKey[]>;
  /** The key of a person; `null` where there never was one. */
  ofPerson(stream: string, person: Person): Promise<KeptKey | null>;
  /** Adds a key where the person has none. @returns the one that stands then, perhaps another's, perhaps destroyed */
  add(key: KeptKey): Promise<KeptKey>;
  /** Puts the same key, wrapped by another master key, in place of `before`; nothing where that changed meanwhile. */
  rewrap(before: KeptKey, after: KeptKey): Promise<void>;
  /** Destroys a key; where there was none, that is remembered too. */
  destroy(stream: string, person: Person): Promise<void>;
  /** Keys that are not destroyed, of all streams, in an order that stays, from after one of them; at most 10,000. */
  page(after: Pick<KeptKey, 'stream' | 'person'> | null, limit: number): Promise<readonly KeptKey[]>;
  /** A text that belongs to the whole table, such as what tells a wrong master key; `null` where there is none. */
  note(name: string): Promise<string | null>;
  /** Keeps such a text where there is none. @returns the one that stands then */
  addNote(name: string, text: string): Promise<string>;
  /** Releases what the table holds. Later calls fail with `store-closed`. */
  close(): Promise<void>;
}
