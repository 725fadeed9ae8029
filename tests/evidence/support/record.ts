import { boxed } from '../../../src/adapters/box.ts';
import { keyOfBytes, sha256 } from '../../../src/adapters/crypto/node.ts';
import type { SecretKey } from '../../../src/adapters/crypto/secretKey.ts';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import type { Fact, SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { BOX, placeOfBox, takenApart } from '../../../src/domain/privacy/box.ts';
import type { Person } from '../../../src/domain/privacy/person.ts';
import { genesis, sealOf } from '../../../src/domain/seal/chain.ts';
import { type Head, leafOf } from '../../../src/domain/seal/head.ts';
import { growingTree, inclusionPath, leafDigest } from '../../../src/domain/seal/merkle.ts';
import type { StoredEvent } from '../../../src/domain/store/envelope.ts';
import { readyToStore, storedText } from '../../../src/domain/store/json.ts';

export const STREAM = 'session-session-1';

/** Sessions that are legal, and of which something is recorded. */
export const sessions = (choices: number) =>
  histories({ choices, mistakes: 0 }).filter(({ events }) => events.length > 0);

/** A session as an encrypting and sealing store would hold it, with keys and nonces that are always the same. */
export interface Recorded {
  readonly events: readonly SessionEvent[];
  readonly texts: readonly string[];
  readonly keys: ReadonlyMap<Person, SecretKey>;
  readonly head: Head;
  readonly inclusion: { readonly index: number; readonly size: number; readonly path: readonly string[] };
  readonly root: string;
}

export const keyOf = (person: Person): SecretKey => keyOfBytes(sha256(`key of ${person}`));

/** Encrypts and seals the events of a session, and puts it into a log among others. */
export function recorded(events: readonly SessionEvent[], others = 5): Recorded {
  const keys = new Map<Person, SecretKey>();
  const texts = sealedTexts(events.map((event) => encrypted(event, keys)));
  return { events, texts, keys, ...loggedIn(headOf(texts), others) };
}

/** The texts of events with their places in a chain. */
export function sealedTexts(events: readonly StoredEvent[]): readonly string[] {
  let previousHash = genesis(sha256, STREAM);
  return events.map((event) => {
    const [ready] = readyToStore(STREAM, [{ ...event, previousHash } as StoredEvent]);
    if (ready === undefined) throw new Error('no event');
    const text = storedText(ready, event.revision);
    previousHash = sealOf(sha256, text);
    return text;
  });
}

export const headOf = (texts: readonly string[]): Head => ({
  stream: STREAM,
  revision: texts.length,
  hash: sealOf(sha256, texts.at(-1) ?? ''),
});

/** A log in which a head stands after so many heads of others, and before as many. */
export function loggedIn(head: Head, others: number): Pick<Recorded, 'head' | 'inclusion' | 'root'> {
  const strange = (at: number) =>
    leafDigest(sha256, leafOf({ stream: `other-${at}`, revision: 1, hash: 'a'.repeat(64) }));
  const around = Array.from({ length: others }, (_, at) => strange(at));
  const leaves = [...around, leafDigest(sha256, leafOf(head)), ...around];
  const tree = growingTree(sha256);
  for (const leaf of leaves) tree.add(leaf);
  const path = inclusionPath(sha256, leaves, others);
  return { head, inclusion: { index: others, size: leaves.length, path }, root: tree.root() };
}

/** The first instant that an event may name. */
const FIRST_INSTANT = Date.UTC(2000, 0, 1);

/** Facts as a store would have them, whoever forged them: in places without gaps, in years in which sessions lie. */
export const asStored = (facts: readonly Fact[]): readonly SessionEvent[] =>
  facts.map(
    (fact, index) =>
      ({
        ...fact,
        revision: index + 1,
        occurredAt: Math.max(fact.occurredAt, FIRST_INSTANT),
        recordedAt: Math.max(fact.recordedAt, FIRST_INSTANT),
        id: `00000000-0000-4000-8000-${(index + 1).toString(16).padStart(12, '0')}`,
        schemaVersion: 1,
        stream: STREAM,
        actor: { role: 'examiner', identity: 'lefevre' },
        commandId: `command-${index + 1}`,
        correlationId: null,
        causationId: null,
        previousHash: null,
      }) as SessionEvent,
  );

function encrypted(event: SessionEvent, keys: Map<Person, SecretKey>): StoredEvent {
  const apart = takenApart(event);
  if (apart === null) return event;
  const { person, personal, left } = apart;
  const key = keyOf(person);
  keys.set(person, key);
  const nonce = sha256(`nonce of ${event.id}`).subarray(0, 12);
  return { ...event, data: { ...left, [BOX]: boxed(key, nonce, placeOfBox(event, person), person, personal) } };
}
