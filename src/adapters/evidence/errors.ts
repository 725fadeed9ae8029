/** Faults in what somebody hands over to write an evidence file or to sign. What a file says wrongly is a verdict. */
export type EvidenceErrorCode =
  /** A text that is neither a PEM (PKCS#8, SPKI) nor a JWK, or that is encrypted. */
  | 'key-unreadable'
  /** A key of another algorithm than Ed25519. */
  | 'key-algorithm'
  /** A private key, where a public one is asked for: it must not leave its owner. */
  | 'key-private'
  /** A public key, where a private one is asked for: nothing can be signed with it. */
  | 'key-public'
  /** Something that cannot be signed as the root of a log. */
  | 'root-invalid'
  /** A person's file for nobody of whom the record speaks, or for `session`, which is nobody. */
  | 'person-unknown'
  /** Another person's key, in a person's file. */
  | 'key-of-another'
  /** Another person's data in readable form, in a person's file: the record was not encrypted. */
  | 'data-of-another'
  /** A person's key that has not 32 bytes. */
  | 'key-size'
  /** A stored text that is no event of this stream in its place. */
  | 'record-unreadable'
  /** Nothing is recorded in the stream. */
  | 'record-empty'
  /** More than an evidence file may hold. */
  | 'record-too-large'
  /** The record read differently the second time. */
  | 'record-changed'
  /** A path or a root that does not belong to this record. */
  | 'inclusion-wrong';

/** A fault in what was handed over. `code` is stable; the message is for people and quotes no key. */
export class EvidenceError extends Error {
  readonly code: EvidenceErrorCode;

  constructor(code: EvidenceErrorCode, message: string) {
    super(message);
    this.name = 'EvidenceError';
    this.code = code;
  }
}
