/** Faults of the machine room. Expected outcomes (a conflict, a refusal) are values, not errors. */
export type StoreErrorCode =
  /** The store was closed. */
  | 'store-closed'
  /** Another process kept the store locked longer than the store was told to wait. */
  | 'store-busy'
  /** The file is not a record of this library. */
  | 'store-not-ours'
  /** The file was written by a newer version of this library. */
  | 'store-newer'
  /** The file is damaged. */
  | 'store-damaged'
  /** The place cannot be written: missing folder, no permission, full disk. */
  | 'store-unwritable'
  /** The server cannot be reached, or does not answer in time. Nothing was stored by the call. */
  | 'store-unreachable'
  /** The server does not know these credentials, or does not let them do this. */
  | 'store-denied'
  /** The server's certificate is not one that this client trusts. */
  | 'store-untrusted'
  /** An append was sent, and nobody can say whether it was stored: read, or append the same events again. */
  | 'outcome-unknown'
  /** More calls at once than the store serves. */
  | 'store-overloaded'
  /** An event's data is not JSON, or too large. */
  | 'event-not-json'
  /** A position or range that this store cannot have handed out. */
  | 'range-invalid'
  /** An event id that already stands elsewhere in the record. */
  | 'event-id-taken'
  /** An append whatever the stream's revision, which a store cannot serve that has to know its events' places. */
  | 'expected-any'
  /** A stream whose last event carries no seal, to which sealed events cannot be added. */
  | 'not-sealed';

/** A fault of a store. `code` is stable; the message is for people. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

/** Whether a thrown value is a store's fault, also across duplicated copies of this package. */
export const isStoreError = (thrown: unknown): thrown is StoreError =>
  thrown instanceof Error && thrown.name === 'StoreError' && 'code' in thrown;
