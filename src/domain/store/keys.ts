import type { Person } from '../privacy/person.ts';

/** The key of a person, wrapped by a master key; or, where it was destroyed, the fact that there was one. */
export interface KeptKey {
  readonly stream: string;
  readonly person: Person;
  /** Which master key wraps it. */
  readonly master: string;
  /** The wrapped key, base64url; `null` where it was destroyed. */
  readonly wrapped: string | null;
}

/**
 * Where the keys of persons are kept: beside the record, never in it, and never in the same backup.
 *
 * Guarantees: what was acknowledged is read by every later read; a key once added is the one that everybody gets; once
 * one is destroyed, nothing of it is left wherever this table writes, and no other can be added in its place.
 *
 * A fault of the machine room is a `StoreError`.
 */
export interface KeyTable {
  /** Every key of a stream. */
  ofStream(stream: string): Promise<readonly KeptKey[]>;
  /** Adds a key where the person has none. @returns the one that stands then, perhaps another's, perhaps destroyed */
  add(key: KeptKey): Promise<KeptKey>;
  /** Puts the same key, wrapped by another master key, in place of `before`; nothing where that changed meanwhile. */
  rewrap(before: KeptKey, after: KeptKey): Promise<void>;
  /** Destroys a key; where there was none, that is remembered too. */
  destroy(stream: string, person: Person): Promise<void>;
  /** Keys that are not destroyed, of all streams, in an order that stays, from after one of them. */
  page(after: Pick<KeptKey, 'stream' | 'person'> | null, limit: number): Promise<readonly KeptKey[]>;
  /** A text that belongs to the whole table, such as what tells a wrong master key; `null` where there is none. */
  note(name: string): Promise<string | null>;
  /** Keeps such a text where there is none. @returns the one that stands then */
  addNote(name: string, text: string): Promise<string>;
  close(): Promise<void>;
}
