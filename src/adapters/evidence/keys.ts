import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { EvidenceError } from './errors.ts';
import { assertEd25519, damaged, formOf, type KeyForm } from './keyForm.ts';

/** Who signs: a private Ed25519 key and the name under which verifiers know it. */
export interface Signer {
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
  const { isPrivate, written } = formOf(text);
  if (!isPrivate) throw new EvidenceError('key-public', 'A private key is needed to sign; this one is public.');
  const key = readable(written);
  assertEd25519(key.asymmetricKeyType ?? '');
  return { kid: kid ?? (await calculateJwkThumbprint(createPublicKey(key).export({ format: 'jwk' }))), key };
}

function readable(written: KeyForm['written']): KeyObject {
  try {
    return createPrivateKey(typeof written === 'string' ? written : { key: written as JsonWebKey, format: 'jwk' });
  } catch {
    throw damaged();
  }
}
