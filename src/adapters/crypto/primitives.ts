import type { JWK } from 'jose';
import type { Digest } from '../../domain/seal/digest.ts';

/** Bytes of a key: 256 bits. */
export const KEY_BYTES = 32;

/** Bytes that make each use of a key another one. They are drawn at random: a key is good for 2^32 uses. */
export const NONCE_BYTES = 12;

/** How much longer the locked form is: what says that nothing was changed. */
export const TAG_BYTES = 16;

/** A SHA-256 digest of what comes piece by piece. */
export interface Hashing {
  update(piece: string | Uint8Array): Hashing;
  /** The digest of all pieces, as hexadecimal digits; nothing can be added then. */
  hex(): string;
}

/** A public key as it was read. */
export interface ReadPublicKey<PublicKey> {
  readonly key: PublicKey;
  /** In lower case: `ed25519`. */
  readonly algorithm: string;
  readonly jwk: JWK;
}

/**
 * The cryptography that a runtime brings: Node its own (`node.ts`), a browser a library's (`browser.ts`), since its own
 * makes one wait for each digest. A bundle for browsers takes the second file wherever the first is imported.
 */
export interface Primitives<SecretKey, PublicKey> {
  readonly sha256: Digest;
  hashing(): Hashing;
  /** A secret key, ready for use. */
  keyOfBytes(bytes: Uint8Array): SecretKey;
  /**
   * Locks bytes by AES-256-GCM: what is locked is secret, and opens unchanged, with the same key and in the same place
   * only.
   *
   * @param nonce {@link NONCE_BYTES} random bytes, never used twice with a key
   * @param place what they are bound to; it is authenticated, and not part of the answer
   */
  locked(key: SecretKey, nonce: Uint8Array, place: string, bytes: Uint8Array): Uint8Array;
  /**
   * Opens what `locked` made.
   *
   * @returns `null` where it was made with another key, for another place, or was changed
   */
  unlocked(key: SecretKey, nonce: Uint8Array, place: string, bytes: Uint8Array): Uint8Array | null;
  toBase64url(bytes: Uint8Array): string;
  /** `null` where it is not written as `toBase64url` would write it, so that no two texts are the same bytes. */
  fromBase64url(text: string): Uint8Array | null;
  /**
   * Reads a public key: PEM (SPKI) as text, or a JWK.
   *
   * @throws whatever the runtime throws where it is damaged
   */
  readPublicKey(written: string | JWK): Promise<ReadPublicKey<PublicKey>>;
}
