import type { Person } from '../../domain/privacy/person.ts';

/**
 * The keys of persons, ready for use: the port that a host with a key service of its own implements.
 *
 * Guarantees: everybody gets the same key of a person, for as long as there is one; once a key's destruction was
 * acknowledged, nobody gets it any more, in whatever process, and no other takes its place.
 */
export interface Keyring {
  /** The keys of a stream, 32 bytes each; those that were destroyed are absent. */
  keysOf(stream: string): Promise<ReadonlyMap<Person, Uint8Array>>;
  /**
   * Whose keys of a stream were destroyed. Who is in neither answer has no key yet; where data of theirs is in the record
   * all the same, these are not its keys.
   */
  destroyedOf(stream: string): Promise<Pick<ReadonlySet<Person>, 'has'>>;
  /** A person's key, made where there is none; `null` where it was destroyed. */
  keyFor(stream: string, person: Person): Promise<Uint8Array | null>;
  /** Destroys a person's key for good; where there was none, none will be made. Doing it again does nothing. */
  destroy(stream: string, person: Person): Promise<void>;
  /** Releases what the keyring holds. Later calls fail. */
  close(): Promise<void>;
}
