import type { Data, PersonalBox } from '../domain/privacy/box.ts';
import type { Person } from '../domain/privacy/person.ts';
import { fromBase64url, locked, toBase64url, unlocked } from './crypto/node.ts';
import type { SecretKey } from './crypto/secretKey.ts';

/**
 * Encrypts personal fields under the key of the person whose they are.
 *
 * @param nonce `NONCE_BYTES` random bytes
 * @param place what the box is bound to, as `placeOfBox` writes it
 */
export function boxed(key: SecretKey, nonce: Uint8Array, place: string, person: Person, personal: Data): PersonalBox {
  const box = locked(key, nonce, place, new TextEncoder().encode(JSON.stringify(personal)));
  return { person, nonce: toBase64url(nonce), box: toBase64url(box) };
}

/**
 * Decrypts what {@link boxed} made.
 *
 * @returns `null` where it was made with another key, for another place, or was changed, or holds no fields
 */
export function unboxed(key: SecretKey, place: string, { nonce, box }: PersonalBox): Data | null {
  const [iv, bytes] = [fromBase64url(nonce), fromBase64url(box)];
  if (iv === null || bytes === null) return null;
  const text = unlocked(key, iv, place, bytes);
  return text === null ? null : fieldsIn(new TextDecoder().decode(text));
}

/** Whoever has the key may have locked anything. */
function fieldsIn(text: string): Data | null {
  try {
    const fields: unknown = JSON.parse(text);
    return typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? (fields as Data) : null;
  } catch {
    return null;
  }
}
