import fc from 'fast-check';
import { sha256 } from '../../src/adapters/crypto/node.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { sealed } from '../../src/adapters/sealed/sealed.ts';
import { jsonData, numbered } from '../../src/adapters/testing/store/events.ts';
import { sealOf } from '../../src/domain/seal/chain.ts';
import type { Head } from '../../src/domain/seal/head.ts';
import { linkIn } from '../../src/domain/seal/link.ts';
import type { NewEvent } from '../../src/domain/store/envelope.ts';
import type { EventStore } from '../../src/domain/store/port.ts';

export const STREAM = 'session-b204';

/** Names of their own fields, as somebody would write them who wants to be read as the envelope. */
const sly = fc.constantFrom(
  'lefevre',
  '","previousHash":"',
  ',"previousHash":null',
  '\\","revision":9,"stream":"x',
  'é\u2028"\\',
);

/** Events whose texts are as hard to read as an event's can be. */
export const events: fc.Arbitrary<readonly NewEvent[]> = fc
  .array(fc.record({ data: jsonData, identity: sly }), { minLength: 1, maxLength: 9 })
  .map((parts) =>
    parts.map(({ data, identity }, n) => ({ ...numbered(n, data), actor: { role: 'examiner', identity } })),
  );

/** A sealed store in memory. */
export const sealedStore = (): EventStore => sealed(openMemoryStore());

/** Appends events to a stream one by one. */
export async function appendEach(store: EventStore, stream: string, given: readonly NewEvent[]): Promise<void> {
  for (const [revision, event] of given.entries()) await store.append(stream, revision, [event]);
}

/** The texts of a stream as a store keeps them. */
export async function textsIn(store: EventStore, stream: string): Promise<readonly string[]> {
  const texts = (await store.readTexts?.({ limit: 10_000 })) ?? [];
  return texts.map(({ text }) => text).filter((text) => linkIn(text)?.stream === stream);
}

/** The texts of a sealed history. */
export async function sealedTexts(given: readonly NewEvent[]): Promise<readonly string[]> {
  const store = sealedStore();
  await appendEach(store, STREAM, given);
  return textsIn(store, STREAM);
}

/** The head that a text makes. */
export function headOf(text: string): Head {
  const { stream = '', revision = 0 } = linkIn(text) ?? {};
  return { stream, revision, hash: sealOf(sha256, text) };
}
