import { gcm } from '@noble/ciphers/aes.js';
import { sha256 as digestOf } from '@noble/hashes/sha2.js';
import { type CryptoKey, exportJWK, importJWK, importSPKI } from 'jose';
import { hex } from '../../domain/seal/digest.ts';
import { NONCE_BYTES, type Primitives, TAG_BYTES } from './primitives.ts';

const ALGORITHM = 'EdDSA';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const bytesIn = (data: string | Uint8Array): Uint8Array => (typeof data === 'string' ? bytesOf(data) : data);

const withoutPadding = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

const toBase64url = (bytes: Uint8Array): string =>
  withoutPadding(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));

function decoded(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
  } catch {
    return null;
  }
}

const primitives: Primitives<Uint8Array, CryptoKey> = {
  sha256: (data) => digestOf(bytesIn(data)),

  hashing() {
    const digest = digestOf.create();
    return {
      update(piece) {
        digest.update(bytesIn(piece));
        return this;
      },
      hex: () => hex(digest.digest()),
    };
  },

  keyOfBytes: (bytes) => bytes,

  locked: (key, nonce, place, bytes) => gcm(key, nonce, bytesOf(place)).encrypt(bytes),

  unlocked(key, nonce, place, bytes) {
    if (bytes.length < TAG_BYTES || nonce.length !== NONCE_BYTES) return null;
    try {
      return gcm(key, nonce, bytesOf(place)).decrypt(bytes);
    } catch {
      return null;
    }
  },

  toBase64url,

  fromBase64url(text) {
    const bytes = decoded(text);
    return bytes !== null && toBase64url(bytes) === text ? bytes : null;
  },

  async readPublicKey(written) {
    const options = { extractable: true };
    const key =
      typeof written === 'string'
        ? await importSPKI(written, ALGORITHM, options)
        : await importJWK(written, ALGORITHM, options);
    if (key instanceof Uint8Array) throw new TypeError('a secret, and no public key');
    return { key, algorithm: key.algorithm.name.toLowerCase(), jwk: await exportJWK(key) };
  },
};

export const { sha256, hashing, keyOfBytes, locked, unlocked, fromBase64url, readPublicKey } = primitives;

export { toBase64url };
