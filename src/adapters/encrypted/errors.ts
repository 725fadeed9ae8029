/** What can be wrong with keys. A fault of the place where they are kept is a `StoreError`. */
export type KeyErrorCode =
  /** A master key is not 32 bytes long. */
  | 'master-key-size'
  /** A master key is named by what is no name, or two are named alike. */
  | 'master-key-name'
  /** A master key is not the one that the table knows under this name. */
  | 'master-key-wrong'
  /** Keys are wrapped by a master key that was not given. */
  | 'master-key-missing'
  /** A wrapped key was changed. */
  | 'key-damaged'
  /** The keys know nothing of a person whose data is in the record: they are those of another record, or older. */
  | 'key-unknown'
  /** A person's key is not the one that an event was written with: it is that of another record, or one was changed. */
  | 'key-does-not-open'
  /** Personal data of somebody whose key was destroyed. */
  | 'person-erased'
  /** Personal data that was stored before the record was encrypted, and that no destroyed key can take away. */
  | 'stored-in-plaintext'
  /** The store was opened without keys. */
  | 'no-keys';

/** A fault of keys. `code` is stable; the message is for people, and holds no key and nothing personal. */
export class KeyError extends Error {
  readonly code: KeyErrorCode;

  constructor(code: KeyErrorCode, message: string) {
    super(message);
    this.name = 'KeyError';
    this.code = code;
  }
}

/** Whether a thrown value is a fault of keys, also across duplicated copies of this package. */
export const isKeyError = (thrown: unknown): thrown is KeyError =>
  thrown instanceof Error && thrown.name === 'KeyError' && 'code' in thrown;
