import { hash } from 'node:crypto';
import type { DocumentReference } from '../domain/values/document.ts';

/**
 * What the record keeps of a file: digest, media type and size. The file itself stays with the host.
 *
 * @param mediaType for instance `text/csv` (RFC 6838)
 */
export const documentOf = (bytes: Uint8Array, mediaType: string): DocumentReference => ({
  sha256: hash('sha256', bytes),
  mediaType,
  bytes: bytes.length,
});
