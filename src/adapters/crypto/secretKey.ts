/**
 * A secret key, ready for use: in Node a `KeyObject`, as `createSecretKey` makes it. It cannot be printed by accident,
 * and its bytes are wiped where it is let go of.
 */
export interface SecretKey {
  /** Bytes of the key. */
  readonly symmetricKeySize?: number | undefined;
  /** The bytes themselves, for a file that is handed to whoever may read. */
  export(): Uint8Array;
}
