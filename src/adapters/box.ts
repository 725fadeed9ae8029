import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Data, PersonalBox } from '../domain/privacy/box.ts';
import type { Person } from '../domain/privacy/person.ts';

const CIPHER = 'aes-256-gcm';

/** How much longer the encrypted form is than the text: what says that nothing was changed. */
const TAG_BYTES = 16;

/** Bits that make each encryption another one; never used twice with a key. */
export const NONCE_BYTES = 12;

/**
 * Encrypts personal fields under the key of the person whose they are.
 *
 * @param key 32 bytes
 * @param nonce {@link NONCE_BYTES} random bytes
 * @param place what the box is bound to, as `placeOfBox` writes it
 */
export function boxed(key: Uint8Array, nonce: Uint8Array, place: string, person: Person, personal: Data): PersonalBox {
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update(JSON.stringify(personal), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { person, nonce: Buffer.from(nonce).toString('base64url'), box: text.toString('base64url') };
}

/**
 * Decrypts what {@link boxed} made.
 *
 * @returns `null` where it was made with another key, for another place, or was changed
 */
export function unboxed(key: Uint8Array, place: string, { nonce, box }: PersonalBox): Data | null {
  const bytes = Buffer.from(box, 'base64url');
  const iv = Buffer.from(nonce, 'base64url');
  if (bytes.length < TAG_BYTES || iv.length !== NONCE_BYTES) return null;
  try {
    const decipher = createDecipheriv(CIPHER, key, iv).setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
    return JSON.parse(text) as Data;
  } catch {
    return null;
  }
}
