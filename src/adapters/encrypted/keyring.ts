import type { Person } from '../../domain/privacy/person.ts';
import type { SecretKey } from '../crypto/secretKey.ts';

/**
 * The keys of persons, ready for use: the port that a host with a key service of its own implements. Each is 256 bits, as
 * `createSecretKey` makes them.
 *
 * Guarantees: everybody gets the same key of a person, for as long as there is one. Once a key's destruction was
 * acknowledged, nobody gets it any more to read with, in whatever process, and no other takes its place. A writer in
 * another process may still be given it for a short while that the implementation states, to lock what nobody will open.
 */
export interface Keyring {
  /** The keys of a stream, to read with; those that were destroyed are absent. */
  keysOf(stream: string): Promise<ReadonlyMap<Person, SecretKey>>;
  /**
   * Whose keys of a stream were destroyed. Who is in neither answer has no key yet; where data of theirs is in the record
   * all the same, these are not its keys.
   */
  destroyedOf(stream: string): Promise<Pick<ReadonlySet<Person>, 'has'>>;
  /** A person's key, to write with, made where there is none; `null` where it was destroyed. */
  keyFor(stream: string, person: Person): Promise<SecretKey | null>;
  /** Destroys a person's key for good; where there was none, none will be made. Doing it again does nothing. */
  destroy(stream: string, person: Person): Promise<void>;
  /** Releases what the keyring holds. Later calls fail. */
  close(): Promise<void>;
}
