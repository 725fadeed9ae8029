import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPublicKey,
  createSecretKey,
  hash,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import type { Digest } from '../../domain/seal/digest.ts';
import { NONCE_BYTES, type Primitives, TAG_BYTES } from './primitives.ts';
import type { SecretKey } from './secretKey.ts';

const CIPHER = 'aes-256-gcm';

/** A key that verifies. */
export type PublicKey = KeyObject;

/** Whatever a keyring hands out was made by {@link keyOfBytes}, or by the same function of Node in a host's own. */
const keyObject = (key: SecretKey): KeyObject => key as KeyObject;

const primitives: Primitives<SecretKey, PublicKey> = {
  sha256: Object.assign((data: string | Uint8Array) => hash('sha256', data, 'buffer'), {
    hex: (data: string | Uint8Array) => hash('sha256', data),
  }) satisfies Digest,

  hashing() {
    const digest = createHash('sha256');
    return {
      update(piece) {
        digest.update(piece);
        return this;
      },
      hex: () => digest.digest('hex'),
    };
  },

  // A cipher takes a third of the time that it takes with bytes.
  keyOfBytes: (bytes) => createSecretKey(bytes),

  locked(key, nonce, place, bytes) {
    const cipher = createCipheriv(CIPHER, keyObject(key), nonce).setAAD(Buffer.from(place));
    // A counter mode holds nothing back: `final` has no more bytes.
    const text = cipher.update(bytes);
    cipher.final();
    return Buffer.concat([text, cipher.getAuthTag()]);
  },

  unlocked(key, nonce, place, bytes) {
    if (bytes.length < TAG_BYTES || nonce.length !== NONCE_BYTES) return null;
    try {
      const decipher = createDecipheriv(CIPHER, keyObject(key), nonce, { authTagLength: TAG_BYTES }).setAAD(
        Buffer.from(place),
      );
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
    } catch {
      return null;
    }
  },

  toBase64url: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64url'),

  fromBase64url(text) {
    const bytes = Buffer.from(text, 'base64url');
    return bytes.toString('base64url') === text ? bytes : null;
  },

  async readPublicKey(written) {
    const key = createPublicKey(typeof written === 'string' ? written : { key: written as JsonWebKey, format: 'jwk' });
    return { key, algorithm: key.asymmetricKeyType ?? '', jwk: key.export({ format: 'jwk' }) };
  },
};

export const { sha256, hashing, keyOfBytes, locked, unlocked, toBase64url, fromBase64url, readPublicKey } = primitives;
