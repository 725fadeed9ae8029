import { z } from 'zod';
import { epochMilliseconds } from '../../domain/values/time.ts';
import { EvidenceError } from './errors.ts';
import { opened, saidBy, signed, type Untrusted } from './jws.ts';
import type { Signer } from './keys.ts';
import type { TrustedKey } from './trusted.ts';

const TYPE = 'emargement-root+jws';

/** A SHA-256 digest in 64 lower-case hexadecimal digits. */
export const digestText = z.string().regex(/^[0-9a-f]{64}$/);

const signedRoot = z.strictObject({ size: z.int().min(1), root: digestText, at: epochMilliseconds });

/** A root, and when it was signed, by the clock of whoever signed: epoch milliseconds. */
export type SignedRoot = z.output<typeof signedRoot>;

/** A signed root that is to be believed, or why it is not. */
export type RootVerdict =
  | { readonly kind: 'trusted'; readonly root: SignedRoot; readonly kid: string }
  | { readonly kind: 'untrusted'; readonly why: Untrusted };

/**
 * Signs the root of a log, as a compact JWS. Given to somebody else, or to a service that stamps it with the time, it
 * bears witness against whoever rewrites the record later.
 *
 * @throws {EvidenceError} `root-invalid` where this is no root with its size (at least 1) and an instant
 */
export async function signRoot({ size, root, at }: SignedRoot, signer: Signer): Promise<string> {
  const read = signedRoot.safeParse({ size, root, at });
  if (read.success) return signed(read.data, TYPE, signer);
  const where = read.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new EvidenceError('root-invalid', `Not the root of a log, with its size and an instant: ${where}.`);
}

/** Verifies what {@link signRoot} made, by keys that the verifier trusts. */
export async function verifyRoot(token: string, trusted: readonly TrustedKey[]): Promise<RootVerdict> {
  const answer = await opened(token, TYPE, trusted);
  if (answer.kind === 'untrusted') return answer;
  const root = signedRoot.safeParse(answer.payload);
  if (!root.success) return { kind: 'untrusted', why: 'token-unreadable' };
  return { kind: 'trusted', root: root.data, kid: answer.kid };
}

/** The root that a token speaks of, whoever signed it; `null` where it cannot be read. */
export const claimedRoot = (token: string): SignedRoot | null => signedRoot.safeParse(saidBy(token)).data ?? null;
