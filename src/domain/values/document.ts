import { z } from 'zod';

/** A file's SHA-256 in 64 lower-case hexadecimal digits. The host keeps the file, the record keeps this. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'digest-sha-256' });

/** The largest file a record speaks of: 1 GiB. */
const LARGEST_FILE = 1_073_741_824;

/** A file as the record knows it: digest, media type (RFC 6838) and size in bytes. */
export const documentReference = z.strictObject({
  sha256,
  mediaType: z
    .string()
    .max(127)
    .regex(/^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/, { error: 'media-type-shape' }),
  bytes: z.int().min(1).max(LARGEST_FILE),
});

/** Digest, media type and size of a file. */
export type DocumentReference = z.output<typeof documentReference>;

/** The documents that travel between the centre and Pix. */
export const documentKind = z.enum(['navette', 'materiel', 'digitalSheet', 'signedScan', 'fraudReport', 'results']);

/** What a document is. */
export type DocumentKind = z.output<typeof documentKind>;
