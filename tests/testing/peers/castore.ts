import { EventStore as CastoreStore, type EventDetail, EventType, type GroupedEvent } from '@castore/core';
import { InMemoryEventStorageAdapter } from '@castore/event-storage-adapter-in-memory';
import type { NewEvent } from '../../../src/domain/store/envelope.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';
import { NOT_OFFERED, type Peer, placed } from './peer.ts';

/** An event of the record, as its store would be given it. */
type Recorded = EventDetail<string, { readonly event: NewEvent }>;

const isConflict = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'EventAlreadyExistsError';

/** A store of its own on what may be a shared adapter. */
const storeOn = (eventStorageAdapter: InMemoryEventStorageAdapter) =>
  new CastoreStore({
    eventStoreId: 'record',
    eventTypes: [new EventType<string, { readonly event: NewEvent }>({ type: 'Recorded' })],
    reducer: (_: unknown, { aggregateId, version }: EventDetail) => ({ aggregateId, version }),
    eventStorageAdapter,
  });

/**
 * Its parameters under our names. A writer gives each event its version, one after the revision that it believes in;
 * several go as one group. It tells no actual revision, and it knows no append without a version or without events.
 */
function castoreStore(adapter: InMemoryEventStorageAdapter): EventStore {
  const store = storeOn(adapter);
  return {
    ...NOT_OFFERED,

    async append(stream, expected, events) {
      if (expected === 'any') throw new TypeError('there is no append without a version');
      const believed = expected === 'none' ? 0 : expected;
      const details = events.map(
        (event, index): Recorded => ({
          aggregateId: stream,
          version: believed + 1 + index,
          type: 'Recorded',
          timestamp: new Date(event.recordedAt).toISOString(),
          payload: { event },
        }),
      );
      try {
        const [first, ...others]: GroupedEvent[] = details.map((detail) => store.groupEvent(detail));
        if (first === undefined) throw new TypeError('there is no group without events');
        const group: [GroupedEvent, ...GroupedEvent[]] = [first, ...others];
        await CastoreStore.pushEventGroup<typeof group, Record<string, never>>({}, ...group);
      } catch (thrown) {
        if (!isConflict(thrown)) throw thrown;
        return { kind: 'conflict', stream, expected, actual: Number.NaN };
      }
      const copies: readonly NewEvent[] = structuredClone(events);
      return {
        kind: 'appended',
        events: copies.map((one, index) => placed(one, stream, believed + 1 + index)),
        revision: believed + events.length,
      };
    },

    async readStream(stream, { from, to, limit } = {}) {
      const { events } = await store.getEvents(stream, {
        ...(from === undefined ? {} : { minVersion: from }),
        ...(to === undefined ? {} : { maxVersion: to }),
        ...(limit === undefined ? {} : { limit }),
      });
      return events.map(({ payload, version }) => placed(payload.event, stream, version));
    },
  };
}

/** Its adapter in memory, on which several of its stores may stand. */
export const CASTORE: Peer = {
  name: '@castore/core, in memory',
  version: '2.4.2',
  load: async () => ({
    name: 'castore, in memory',
    capabilities: {
      expectedAny: false,
      batches: true,
      emptyAppend: false,
      tellsActual: false,
      globalOrder: false,
      listening: false,
      uniqueEventIds: false,
      refusesNonJson: false,
      secondInstance: true,
      closing: false,
    },
    open: async () => {
      const adapter = new InMemoryEventStorageAdapter();
      return { store: castoreStore(adapter), again: async () => castoreStore(adapter) };
    },
  }),
};
