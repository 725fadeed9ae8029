/**
 * Evidence: one file that holds a session whole, and is verified without a database or a network, by anybody who has the
 * public key of whoever signed it. Wants the optional peer `jose`.
 *
 * The file is text in UTF-8, one JSON value a line, each line ended by a line feed:
 *
 * 1. the header: what the file is, and what of its events one reads first (policy, rulebook, documents);
 * 2. `keys`: the keys of those whose data the recipient may read (AES-256-GCM, base64url);
 * 3. the events, a line each, byte for byte as they are stored: their chain of digests (SHA-256) can be computed anew;
 * 4. `head`, `inclusion`, `root`: the digest of the last event, and the path (RFC 6962) to the signed root of the log;
 * 5. `signature`: `null`, or a compact JWS (RFC 7515, Ed25519 by RFC 8037) over the digest of all lines before it.
 *
 * @example
 * ```ts
 * import { createReadStream } from 'node:fs';
 * import { trustedKeyOf, verdictText, verifyEvidence } from 'emargement/evidence';
 *
 * const trusted = [await trustedKeyOf(publicKey)];
 * console.log(verdictText(await verifyEvidence(createReadStream('b204.evidence'), { trusted })));
 * ```
 *
 * @module
 */

export type { LogRoot } from '../../domain/seal/log.ts';
export type { GivenDocument } from './checks/documents.ts';
export { EvidenceError, type EvidenceErrorCode } from './errors.ts';
export type { EvidenceFinding } from './findings.ts';
export type { Header as EvidenceHeader, Inclusion } from './format.ts';
export { type EvidenceHistory, evidenceHistory } from './history.ts';
export { newSigningKey, type Signer, signerOf } from './keys.ts';
export type { OpenedHistory, Unopened } from './opened.ts';
export { claimedRoot, type RootVerdict, type SignedRoot, signRoot, verifyRoot } from './root.ts';
export { type TrustedKey, trustedKeyOf } from './trusted.ts';
export type { CheckName, EvidenceCheck, EvidenceVerdict, Outcome } from './verdict.ts';
export { verdictText } from './verdictText.ts';
export { type EvidenceOptions, verifyEvidence } from './verify.ts';
export { type EvidenceInput, writeEvidence } from './write.ts';
