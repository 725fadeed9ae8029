/**
 * The audit page: one self-contained file of HTML in which a session is read, replayed and verified, years later and
 * without a network.
 *
 * @example
 * ```ts
 * import { createReadStream, createWriteStream } from 'node:fs';
 * import { pipeline } from 'node:stream/promises';
 * import { auditPage } from 'emargement/audit';
 *
 * await pipeline(auditPage(createReadStream('b204.evidence')), createWriteStream('b204.html'));
 * ```
 *
 * @module
 */

export { auditPage } from './auditPage.ts';
export { AuditPageError, type AuditPageErrorCode } from './errors.ts';
