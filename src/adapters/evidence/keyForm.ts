import type { JWK } from 'jose';
import { EvidenceError } from './errors.ts';

/** How a key is written. */
export interface KeyForm {
  readonly isPrivate: boolean;
  /** PEM, or a JWK. */
  readonly written: string | JWK;
}

/**
 * The form in which a key is written. A runtime would take the public half of a private key without a word.
 *
 * @throws {EvidenceError} `key-unreadable`
 */
export function formOf(text: string): KeyForm {
  if (/-----BEGIN ENCRYPTED|^Proc-Type: 4,ENCRYPTED/m.test(text))
    throw unreadable('It is encrypted: decrypt it first.');
  const label = /-----BEGIN ([A-Z0-9 ]*)(PRIVATE|PUBLIC) KEY-----/;
  if (label.test(text)) return { isPrivate: /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(text), written: text };
  const jwk = jwkOf(text);
  if (jwk === null) throw unreadable('It is neither a PEM (PKCS#8, SPKI) nor a JWK.');
  return { isPrivate: 'd' in jwk, written: jwk };
}

function jwkOf(text: string): JWK | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'kty' in value ? (value as JWK) : null;
  } catch {
    return null;
  }
}

/** What the runtime says of a key that it cannot read is of no help, and might quote it. */
export const damaged = (): EvidenceError => unreadable('It is damaged, or of an unknown algorithm.');

const unreadable = (why: string): EvidenceError =>
  new EvidenceError('key-unreadable', `The key cannot be read. ${why}`);

/** @throws {EvidenceError} `key-algorithm` */
export function assertEd25519(algorithm: string): void {
  if (algorithm === 'ed25519') return;
  throw new EvidenceError(
    'key-algorithm',
    `The key must be an Ed25519 key; this one is of the algorithm ${algorithm}.`,
  );
}
