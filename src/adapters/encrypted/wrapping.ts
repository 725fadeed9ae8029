import type { KeptKey } from '../../domain/store/keys.ts';
import { fromBase64url, locked, unlocked } from '../crypto/node.ts';
import { KEY_BYTES, NONCE_BYTES } from '../crypto/primitives.ts';
import { KeyError } from './errors.ts';
import type { Master } from './masters.ts';

/** Where chance comes from: this many random bytes, from a source that nobody can foresee. */
export type Random = (bytes: number) => Uint8Array;

/** Whose key it is; a wrapped key opens for nobody else. */
type Whose = Pick<KeptKey, 'stream' | 'person'>;

const placeOf = ({ stream, person }: Whose): string => JSON.stringify(['emargement key 1', stream, person]);

/** Locks bytes under a master key, as text with the nonce before it. */
export function lockedText(master: Master, place: string, bytes: Uint8Array, random: Random): string {
  const nonce = random(NONCE_BYTES);
  return Buffer.concat([nonce, locked(master.key, nonce, place, bytes)]).toString('base64url');
}

/** Opens what {@link lockedText} made; `null` where that is something else. */
export function unlockedText(master: Master, place: string, text: string): Uint8Array | null {
  const bytes = fromBase64url(text);
  if (bytes === null) return null;
  return unlocked(master.key, bytes.subarray(0, NONCE_BYTES), place, bytes.subarray(NONCE_BYTES));
}

/** A person's key as a table keeps it. */
export const wrappedKey = (master: Master, { stream, person }: Whose, key: Uint8Array, random: Random): KeptKey => ({
  stream,
  person,
  master: master.id,
  wrapped: lockedText(master, placeOf({ stream, person }), key, random),
});

/**
 * A person's key as it is used; `null` where it was destroyed.
 *
 * @throws KeyError `master-key-missing`, `key-damaged`
 */
export function unwrappedKey(masters: ReadonlyMap<string, Master>, kept: KeptKey): Uint8Array | null {
  const { stream, person, master: name, wrapped } = kept;
  if (wrapped === null) return null;
  const master = masters.get(name);
  if (master === undefined) {
    throw new KeyError(
      'master-key-missing',
      `The key of ${person} of stream ${stream} is wrapped by master key ${name}, which was not given`,
    );
  }
  const key = unlockedText(master, placeOf(kept), wrapped);
  if (key?.length === KEY_BYTES) return new Uint8Array(key);
  throw new KeyError('key-damaged', `The key of ${person} of stream ${stream} was changed: it does not open`);
}
