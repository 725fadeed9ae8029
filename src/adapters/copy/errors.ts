/** Why a record cannot be copied to where it was to go. Nothing that stands there was changed. */
export type CopyErrorCode =
  /** At a place where an event of the record belongs, something else stands, or nothing any more. */
  | 'copy-differs'
  /** There is more than in the record that is copied: it went on there. */
  | 'copy-ahead';

/** A place to which a record cannot be copied. `code` is stable; the message is for people, and quotes no event. */
export class CopyError extends Error {
  readonly code: CopyErrorCode;
  /** The event of the copy that is not what it should be, or that is one too many: its stream. */
  readonly stream: string;
  /** Its revision in the stream. */
  readonly revision: number;

  constructor(code: CopyErrorCode, stream: string, revision: number) {
    const what =
      code === 'copy-ahead' ? 'stands in the copy and not in the record' : 'is not what the record has there';
    super(`Stream ${stream}, revision ${revision}: ${what}`);
    this.name = 'CopyError';
    this.code = code;
    this.stream = stream;
    this.revision = revision;
  }
}
