/** Faults of the machine room when a page is written. What a file says wrongly is for the page to show. */
export type AuditPageErrorCode =
  /** The script and the styles of the page are not beside this module: in a checkout, `npm run prepare` makes them. */
  'page-not-built';

/** A fault of the machine room. `code` is stable; the message is for people. */
export class AuditPageError extends Error {
  readonly code: AuditPageErrorCode;

  constructor(code: AuditPageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AuditPageError';
    this.code = code;
  }
}
