/** An event as a writer hands it over. */
export interface Proposed {
  /** A UUID: what the server knows a repeated write by. */
  readonly id: string;
  readonly type: string;
  /** `application/json` or `application/octet-stream`. */
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as it stands in the log. */
export interface LogRecord extends Proposed {
  /** Where it begins in the log: rising, never dense. Commit and prepare position are both this. */
  readonly position: number;
  readonly stream: string;
  /** Its place in its stream, from 0; `TOMBSTONE` for the record that ends a stream. */
  readonly revision: number;
  /** When it was stored, in milliseconds since 1970. */
  readonly created: number;
}

/** The revision of a tombstone: the largest 64-bit integer, as near as a number comes to it. */
export const TOMBSTONE = 2 ** 63;

/** The revision of a stream in which nothing stands. */
export const NONE = -1;
