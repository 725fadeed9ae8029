import { genesis, sealOf } from '../../domain/seal/chain.ts';
import type { StoredEvent } from '../../domain/store/envelope.ts';
import { StoreError } from '../../domain/store/errors.ts';
import { type ReadyEvent, readyToStore, storedEvent, storedText, textOfStored } from '../../domain/store/json.ts';
import type { AppendResult, CallOptions, EventStore } from '../../domain/store/port.ts';
import { believedRevision, streamName } from '../../domain/store/ranges.ts';
import { through } from '../../domain/store/through.ts';
import { sha256 } from '../crypto/node.ts';
import { knownSeals } from './knownSeals.ts';

/** How often the event before is looked for; it is there the second time, unless the store contradicts itself. */
const LOOKS = 3;

/**
 * A store whose events are sealed: each carries, as its `previousHash`, the SHA-256 of exactly the stored text of the
 * event before it, the first one that of its stream's name. Whoever knows the last digest can tell whether anything
 * before it was changed, taken out, put in or moved; `verifyStore` does.
 *
 * No lock is needed: an append on revision n rests on event n, which never changes, and is stored only where the stream
 * still is at n. It seals what the store within keeps, so that whatever changes events (`encrypted`) is put around it.
 *
 * An append whatever the revision is refused with `expected-any`, since nobody knows which event comes before. So is one
 * to a stream whose events are not sealed, with `not-sealed`: the beginning of such a stream would never be vouched for.
 */
export function sealed(store: EventStore): EventStore {
  const known = knownSeals();

  /** The seal of event n; `null` where the stream has none. */
  const sealAt = async (stream: string, revision: number, options?: CallOptions): Promise<string | null> => {
    if (revision === 0) return genesis(sha256, stream);
    const remembered = known.get(stream, revision);
    if (remembered !== null) return remembered;
    const [event] = await store.readStream(stream, { from: revision, limit: 1 }, options);
    if (event === undefined) return null;
    if (event.previousHash === null) throw notSealed(stream, revision);
    const seal = sealOf(sha256, textOfStored(event));
    known.set(stream, revision, seal);
    return seal;
  };

  return {
    ...through(store),

    async append(stream, expected, events, options) {
      const revision = believedRevision(expected);
      if (revision === 'any') throw expectedAny(stream);
      // Taken at once: the writer may change what was given while the event before is being read.
      const ready = readyToStore(streamName(stream), events);
      for (let look = 0; look < LOOKS; look++) {
        const seal = ready.length === 0 ? '' : await sealAt(stream, revision, options);
        const chain = chained(ready, revision, seal ?? '');
        const answer = await store.append(stream, expected, seal === null ? [] : chain.events, options);
        if (seal !== null) return remembering(answer, chain.seal);
        // There was no such event, which an append of nothing says as a conflict; or else it has come meanwhile.
        if (answer.kind === 'conflict') return answer;
      }
      throw new StoreError('store-damaged', `Stream ${stream}: revision ${revision} is said to exist and is not read`);
    },
  };

  function remembering(answer: AppendResult, seal: string): AppendResult {
    const last = answer.kind === 'appended' ? answer.events.at(-1) : undefined;
    if (last !== undefined) known.set(last.stream, last.revision, seal);
    return answer;
  }
}

/** Events as they follow an event of this revision and seal, and the seal of the last one. */
function chained(ready: readonly ReadyEvent[], revision: number, seal: string) {
  const events: StoredEvent[] = [];
  let previousHash = seal;
  for (const event of ready) {
    const text = storedText({ ...event, previousHash }, revision + 1 + events.length);
    events.push(storedEvent(text));
    previousHash = sealOf(sha256, text);
  }
  return { events, seal: previousHash };
}

const expectedAny = (stream: string): StoreError =>
  new StoreError(
    'expected-any',
    `Stream ${stream}: a sealed store appends at a known revision only, and not whatever the revision is`,
  );

const notSealed = (stream: string, revision: number): StoreError =>
  new StoreError(
    'not-sealed',
    `Stream ${stream}: revision ${revision} is not sealed, and nothing sealed can be added to it`,
  );
