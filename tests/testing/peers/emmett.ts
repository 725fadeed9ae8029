import {
  type Event,
  ExpectedVersionConflictError,
  getInMemoryEventStore,
  type InMemoryEventStore,
} from '@event-driven-io/emmett';
import type { Capabilities } from '../../../src/adapters/testing/store/capabilities.ts';
import type { NewEvent } from '../../../src/domain/store/envelope.ts';
import type { EventStore, ExpectedRevision } from '../../../src/domain/store/port.ts';
import { NOT_OFFERED, type Peer, placed } from './peer.ts';

/** An event of the record, as its store would be given it. */
type Recorded = Event<string, { readonly event: NewEvent }>;

/** Its names for what a writer may believe; its positions count from 1, and a number is a position. */
function versionOf(expected: ExpectedRevision) {
  if (expected === 'any') return 'NO_CONCURRENCY_CHECK' as const;
  return expected === 'none' || expected === 0 ? ('STREAM_DOES_NOT_EXIST' as const) : BigInt(expected);
}

/** Its parameters under our names: nothing is added, and nothing is made up for. */
export function emmettStore(store: Pick<InMemoryEventStore, 'appendToStream' | 'readStream'>): EventStore {
  return {
    ...NOT_OFFERED,

    async append(stream, expected, events) {
      const recorded = events.map((event): Recorded => ({ type: event.type, data: { event } }));
      try {
        const answer = await store.appendToStream<Recorded>(stream, recorded, {
          expectedStreamVersion: versionOf(expected),
        });
        const revision = Number(answer.nextExpectedStreamVersion);
        const first = revision - events.length + 1;
        const copies: readonly NewEvent[] = structuredClone(events);
        return { kind: 'appended', events: copies.map((one, index) => placed(one, stream, first + index)), revision };
      } catch (thrown) {
        if (!(thrown instanceof ExpectedVersionConflictError)) throw thrown;
        return { kind: 'conflict', stream, expected, actual: Number(thrown.current) };
      }
    },

    async readStream(stream, { from, to, limit } = {}) {
      const { events } = await store.readStream<Recorded>(stream, {
        ...(from === undefined ? {} : { from: BigInt(from) }),
        ...(to === undefined ? {} : { to: BigInt(to) }),
        ...(limit === undefined ? {} : { maxCount: BigInt(limit) }),
      });
      return events.map(({ data, metadata }) => placed(data.event, stream, Number(metadata.streamPosition)));
    },
  };
}

/** What its stores offer of what the port knows. */
export const EMMETT_CAPABILITIES: Capabilities = {
  expectedAny: true,
  batches: true,
  emptyAppend: true,
  tellsActual: true,
  globalOrder: false,
  listening: false,
  uniqueEventIds: false,
  refusesNonJson: false,
  secondInstance: false,
  closing: false,
};

/** Its store in memory. */
export const EMMETT: Peer = {
  name: '@event-driven-io/emmett, in memory',
  version: '0.42.0',
  load: async () => ({
    name: 'emmett, in memory',
    capabilities: EMMETT_CAPABILITIES,
    open: async () => ({ store: emmettStore(getInMemoryEventStore()) }),
  }),
};
