import { z } from 'zod';
import { isPerson } from '../../domain/privacy/person.ts';
import { identity } from '../../domain/store/envelope.ts';
import { documentKind, documentReference } from '../../domain/values/document.ts';
import { policy } from '../../domain/values/policy.ts';
import { epochMilliseconds } from '../../domain/values/time.ts';
import { MOST_DOCUMENTS, MOST_EVENTS, MOST_KEYS, TOKEN_LENGTH } from './limits.ts';
import { digestText } from './root.ts';

/** The lines of an evidence file beside its events, in their order: header, keys, events, head, signature. */

const person = z.string().refine(isPerson);

/** A document that an event speaks of. */
export const recordedDocument = documentReference.extend({
  /** What it is; a sheet, a scan and results are named by the event that speaks of them. */
  kind: documentKind,
  /** The event that speaks of it. */
  revision: z.int().min(1),
});

/** A document that an event speaks of. */
export type RecordedDocument = z.output<typeof recordedDocument>;

/** The first line: what the file is, and what of its events a person reads first. */
export const header = z.strictObject({
  /** The version of this format. */
  evidence: z.literal(1),
  /** Whether the file is for a jury, with the keys of everybody who was not erased, or for one person. */
  kind: z.enum(['jury', 'person']),
  session: identity,
  stream: identity,
  /** Whose file it is; `null` where it is a jury's. */
  person: person.nullable(),
  /** How many events follow. */
  events: z.int().min(1).max(MOST_EVENTS),
  /** The policy that the first event carries; `null` where that event is not the planning of a session. */
  policy: policy.nullable(),
  /** The version of the rulebook that the first event names. */
  rulebook: z.int().min(1).nullable(),
  /** When the file was made, by the clock of whoever made it; epoch milliseconds. */
  madeAt: epochMilliseconds,
  documents: z.array(recordedDocument).max(MOST_DOCUMENTS),
});

/** The first line of an evidence file. */
export type Header = z.output<typeof header>;

/** The second line: the keys of those whose data the recipient may read, 32 bytes each, base64url. */
export const keysLine = z.strictObject({
  keys: z
    .array(z.strictObject({ person, key: z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/) }))
    .max(MOST_KEYS),
});

const head = z.strictObject({ stream: identity, revision: z.int().min(1), hash: digestText });

/** Where in the log of heads the session's head stands, and the path from there to the root (RFC 6962). */
export const inclusion = z.strictObject({
  index: z.int().min(0),
  size: z.int().min(1),
  path: z.array(digestText).max(64),
});

/** Where in the log of heads a head stands, from 0, the size of that log, and the path to its root. */
export type Inclusion = Readonly<Omit<z.output<typeof inclusion>, 'path'>> & { readonly path: readonly string[] };

/** The line after the events: what the last one is, and what outside the file vouches for it. */
export const headLine = z.strictObject({
  head,
  inclusion: inclusion.nullable(),
  root: z.string().max(TOKEN_LENGTH).nullable(),
});

/** The line after the events. */
export type HeadLine = z.output<typeof headLine>;

/** The last line; `null` where nobody signed. */
export const signatureLine = z.strictObject({ signature: z.string().max(TOKEN_LENGTH).nullable() });

/** What the signature is over. */
export const signedPayload = z.strictObject({
  /** The digest of every byte before the signature's line. */
  sha256: digestText,
  kind: header.shape.kind,
  ...head.shape,
});

/** What the signature is over. */
export type SignedPayload = z.output<typeof signedPayload>;
