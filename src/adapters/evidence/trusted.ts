import { calculateJwkThumbprint } from 'jose';
import { type PublicKey, readPublicKey } from '../crypto/node.ts';
import { EvidenceError } from './errors.ts';
import { assertEd25519, damaged, formOf } from './keyForm.ts';

/** A public Ed25519 key of somebody whose signature the verifier trusts, known from elsewhere than the file. */
export interface TrustedKey {
  /** The key's thumbprint (RFC 7638). */
  readonly kid: string;
  readonly key: PublicKey;
}

/**
 * Reads a public key to verify with.
 *
 * @param text PEM (SPKI) or JWK (RFC 8037)
 * @throws {EvidenceError} `key-unreadable`, `key-algorithm`, `key-private`
 */
export async function trustedKeyOf(text: string): Promise<TrustedKey> {
  const { isPrivate, written } = formOf(text);
  if (isPrivate) {
    throw new EvidenceError(
      'key-private',
      'A public key is needed to verify; this one is private and must stay with its owner.',
    );
  }
  const { key, algorithm, jwk } = await readPublicKey(written).catch(() => {
    throw damaged();
  });
  assertEd25519(algorithm);
  return { kid: await calculateJwkThumbprint(jwk), key };
}
