import { type Digest, hexDigest } from './digest.ts';

/**
 * The chain of a stream: each stored event carries, as its `previousHash`, the digest of the stored bytes of the event
 * before it. Whoever knows the digest of the last one, the head, knows that nothing before it was changed.
 */

/** What the first event of a stream carries: the digest of the stream's name, so that no event can begin another. */
export const genesis = (digest: Digest, stream: string): string => hexDigest(digest, `emargement seal 1 ${stream}`);

/** The digest of a stored event, 64 hexadecimal digits. @param text exactly the stored text */
export const sealOf = (digest: Digest, text: string): string => hexDigest(digest, text);
