import { createHash } from 'node:crypto';
import { numbered } from '../../../src/adapters/testing/store/events.ts';

/** A text hashed by the runtime's own SHA-256. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What whoever tampers with an event may want to say otherwise. */
export interface Page {
  readonly stream: string;
  readonly revision: number;
  readonly previousHash: string | null;
  readonly data: unknown;
}

/** What an event carries that comes right after these texts. */
export const linkAfter = (stream: string, before: readonly string[]): string =>
  fingerprint(before.at(-1) ?? `emargement seal 1 ${stream}`);

/** The text of an event, its fields in the order in which they are stored. */
export function written({ stream, revision, previousHash, data }: Page): string {
  const { id, type, schemaVersion, data: _, ...rest } = numbered(revision);
  return JSON.stringify({ id, type, schemaVersion, stream, revision, ...rest, previousHash, data });
}

/** Texts to which somebody who can do all that the library can adds events, one for each of these data. */
export function continued(stream: string, before: readonly string[], data: readonly unknown[]): readonly string[] {
  const texts = [...before];
  for (const one of data) {
    const [revision, previousHash] = [texts.length + 1, linkAfter(stream, texts)];
    texts.push(written({ stream, revision, previousHash, data: one }));
  }
  return texts;
}
