import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKeyInput,
  type KeyObject,
} from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { EvidenceError } from './errors.ts';

/** Who signs: a private Ed25519 key and the name under which verifiers know it. */
export interface Signer {
  readonly kid: string;
  readonly key: KeyObject;
}

/** A public Ed25519 key of somebody whose signature the verifier trusts, known from elsewhere than the file. */
export interface TrustedKey {
  /** The key's thumbprint (RFC 7638). */
  readonly kid: string;
  readonly key: KeyObject;
}

/** A new pair of keys, as PEM. Whoever holds the private one can sign anything in its name: the host keeps it. */
export function newSigningKey(): { readonly privateKey: string; readonly publicKey: string } {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

/**
 * Reads a private key to sign with.
 *
 * @param text PEM (PKCS#8) or JWK (RFC 8037), unencrypted
 * @param kid the name of the key in what it signs; its thumbprint (RFC 7638) unless it is given
 * @throws {EvidenceError} `key-unreadable`, `key-algorithm`, `key-public`
 */
export async function signerOf(text: string, { kid }: { readonly kid?: string } = {}): Promise<Signer> {
  const form = formOf(text);
  if (!form.isPrivate) throw new EvidenceError('key-public', 'A private key is needed to sign; this one is public.');
  const key = ed25519(() => createPrivateKey(form.input));
  return { kid: kid ?? (await thumbprintOf(createPublicKey(key))), key };
}

/**
 * Reads a public key to verify with.
 *
 * @param text PEM (SPKI) or JWK (RFC 8037)
 * @throws {EvidenceError} `key-unreadable`, `key-algorithm`, `key-private`
 */
export async function trustedKeyOf(text: string): Promise<TrustedKey> {
  const form = formOf(text);
  if (form.isPrivate) {
    throw new EvidenceError(
      'key-private',
      'A public key is needed to verify; this one is private and must stay with its owner.',
    );
  }
  const key = ed25519(() => createPublicKey(form.input));
  return { kid: await thumbprintOf(key), key };
}

const thumbprintOf = (key: KeyObject): Promise<string> => calculateJwkThumbprint(key.export({ format: 'jwk' }));

interface KeyForm {
  readonly isPrivate: boolean;
  readonly input: string | JsonWebKeyInput;
}

/** The form in which a key is written. Node would take the public half of a private key without a word. */
function formOf(text: string): KeyForm {
  if (/-----BEGIN ENCRYPTED|^Proc-Type: 4,ENCRYPTED/m.test(text))
    throw unreadable('It is encrypted: decrypt it first.');
  const label = /-----BEGIN ([A-Z0-9 ]*)(PRIVATE|PUBLIC) KEY-----/;
  if (label.test(text)) return { isPrivate: /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(text), input: text };
  const jwk = jwkOf(text);
  if (jwk === null) throw unreadable('It is neither a PEM (PKCS#8, SPKI) nor a JWK.');
  return { isPrivate: 'd' in jwk, input: { key: jwk, format: 'jwk' } };
}

function jwkOf(text: string): JsonWebKeyInput['key'] | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'kty' in value ? (value as JsonWebKeyInput['key']) : null;
  } catch {
    return null;
  }
}

function ed25519(read: () => KeyObject): KeyObject {
  const key = readable(read);
  const algorithm = key.asymmetricKeyType;
  if (algorithm === 'ed25519') return key;
  throw new EvidenceError(
    'key-algorithm',
    `The key must be an Ed25519 key; this one is of the algorithm ${algorithm}.`,
  );
}

function readable(read: () => KeyObject): KeyObject {
  try {
    return read();
  } catch {
    // What the runtime says of it is of no help, and might quote it.
    throw unreadable('It is damaged, or of an unknown algorithm.');
  }
}

const unreadable = (why: string): EvidenceError =>
  new EvidenceError('key-unreadable', `The key cannot be read. ${why}`);
