import { type AppendExpectedRevision, NO_STREAM } from '@eventstore/db-client';
import type { StoredEvent } from '../../domain/store/envelope.ts';
import { isStoreError, StoreError } from '../../domain/store/errors.ts';
import { persistently } from './attempts.ts';
import { tell } from './diagnostics.ts';
import { faultOf } from './faults.ts';
import type { Place } from './positions.ts';
import { streamPage } from './reads.ts';
import type { ServerRecord } from './record.ts';
import type { Server } from './server.ts';
import { type PlacedEvent, toServer } from './stored.ts';

/** Events in the place that they are to have. */
export interface Placed {
  readonly stream: string;
  /** The stream's last revision, as it is believed. */
  readonly revision: number;
  readonly events: readonly PlacedEvent[];
}

/** What became of them. */
export type Written =
  | { readonly kind: 'stored'; readonly events: readonly StoredEvent[]; readonly last: Place | null }
  | { readonly kind: 'conflict'; readonly actual: number };

type Answer =
  | { readonly kind: 'stored'; readonly revision: bigint; readonly position: Place | null }
  | { readonly kind: 'conflict'; readonly actual: number };

/** Larger than any append that a server takes. */
const ONE_MESSAGE = 2 ** 31;

/**
 * Writes events in exactly this place. Where these very bytes were stored there before, the server takes that for this
 * append; anything else that stands there is a conflict, unless it is what an attempt left that nobody answered.
 */
export async function written(server: Server, placed: Placed, signal: AbortSignal | undefined): Promise<Written> {
  const { stream, revision, events } = placed;
  const proposed = events.map(toServer);
  const expectedRevision: AppendExpectedRevision = revision === 0 ? NO_STREAM : BigInt(revision - 1);
  const { value: answer, mayBeDone } = await persistently(server, {
    what: `appending to ${stream}`,
    signal,
    isWrite: true,
    slots: server.appendSlots,
    attempt: async ({ client, ms }): Promise<Answer> => {
      const options = { expectedRevision, requiresLeader: true, deadline: Math.ceil(ms), batchAppendSize: ONE_MESSAGE };
      try {
        const done = await client.appendToStream(server.prefix + stream, proposed, options);
        return { kind: 'stored', revision: done.nextExpectedRevision, position: done.position ?? null };
      } catch (thrown) {
        const fault = faultOf(thrown, server.name);
        if (fault.kind !== 'conflict') throw thrown;
        return { kind: 'conflict', actual: fault.actual === null ? 0 : Number(fault.actual) + 1 };
      }
    },
  });
  const stored = (last: Place | null): Written => {
    if (last !== null) server.known.saw(last);
    return { kind: 'stored', events: events.map(({ event }) => event), last };
  };
  if (answer.kind === 'stored') {
    if (answer.revision === BigInt(revision + events.length - 1)) return stored(answer.position);
    throw new StoreError(
      'store-damaged',
      `Stream ${stream}: it stands at revision ${answer.revision + 1n}: it was cut, or made anew`,
    );
  }
  if (!mayBeDone) return answer;
  const asked = { fromRevision: BigInt(revision), direction: 'forwards', maxCount: events.length } as const;
  const standing = await standingAt(server, stream, asked, signal);
  const isThis = proposed.every(({ id }, index) => standing[index]?.id === id);
  if (!isThis) return answer;
  tell({ kind: 'found-stored', stream, revision: revision + events.length });
  return stored(standing.at(-1)?.position ?? null);
}

/**
 * What stands where the events are to be.
 *
 * @throws StoreError `outcome-unknown` where nobody can say any more
 */
async function standingAt(
  server: Server,
  stream: string,
  asked: Parameters<typeof streamPage>[2],
  signal: AbortSignal | undefined,
): Promise<readonly ServerRecord[]> {
  try {
    return (await streamPage(server, stream, asked, { signal, slots: server.slots })) ?? [];
  } catch (thrown) {
    const isUnknown =
      isStoreError(thrown) && (thrown.code === 'store-unreachable' || thrown.code === 'store-overloaded');
    if (!isUnknown) throw thrown;
    throw new StoreError('outcome-unknown', `${thrown.message}; it may be stored`, { cause: thrown });
  }
}
