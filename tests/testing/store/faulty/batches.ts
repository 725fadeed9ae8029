import type { NewEvent, StoredEvent } from '../../../../src/domain/store/envelope.ts';
import { isStoreError } from '../../../../src/domain/store/errors.ts';
import type { Appended, EventStore } from '../../../../src/domain/store/port.ts';
import { type Fault, fault } from './fault.ts';

const isTaken = (thrown: unknown): boolean => isStoreError(thrown) && thrown.code === 'event-id-taken';

/** Ids that the sound store does not know: what comes out has the old ones. */
function renamed(store: EventStore, rename: (event: NewEvent, stream: string) => string): EventStore {
  const old = (event: StoredEvent): StoredEvent => ({ ...event, id: event.id.split('#')[0] ?? '' });
  return {
    ...store,
    async append(stream, expected, events) {
      const named = events.map((event) => ({ ...event, id: rename(event, stream) }));
      const answer = await store.append(stream, expected, named);
      return answer.kind === 'conflict' ? answer : { ...answer, events: answer.events.map(old) };
    },
    readStream: async (...given) => (await store.readStream(...given)).map(old),
    readAll: async (...given) =>
      (await store.readAll(...given)).map(({ position, event }) => ({ position, event: old(event) })),
  };
}

async function oneByOne(store: EventStore, stream: string, events: readonly NewEvent[]): Promise<Appended> {
  const stored: StoredEvent[] = [];
  for (const event of events) {
    const answer = await store.append(stream, 'any', [event]);
    if (answer.kind === 'appended') stored.push(...answer.events);
  }
  return { kind: 'appended', events: stored, revision: stored.at(-1)?.revision ?? 0 };
}

/** What is wrong with several events at once, or with the same one twice. */
export const BATCHES: readonly Fault[] = [
  fault('stores a batch one event at a time, and leaves what was stored before one was refused', (store) => ({
    ...store,
    async append(stream, expected, events) {
      const [first, ...others] = events;
      if (first === undefined) return store.append(stream, expected, events);
      const begun = await store.append(stream, expected, [first]);
      if (begun.kind === 'conflict' || others.length === 0) return begun;
      const { events: further, revision } = await oneByOne(store, stream, others);
      return { kind: 'appended', events: [...begun.events, ...further], revision };
    },
  })),
  fault('stores the good events of a batch, and leaves out the one that is taken', (store) => ({
    ...store,
    async append(stream, expected, events) {
      try {
        return await store.append(stream, expected, events);
      } catch (thrown) {
        if (isTaken(thrown) && events.length > 1)
          await store.append(stream, expected, events.slice(0, -1)).catch(() => {});
        throw thrown;
      }
    },
  })),
  {
    name: 'accepts an event id that is taken',
    of: () => {
      let made = 0;
      return (store) => renamed(store, ({ id }) => `${id}#${made++}`);
    },
  },
  fault('minds an event id only within its stream', (store) => renamed(store, ({ id }, stream) => `${id}#${stream}`)),
  fault('answers an event id that is taken as if it had been stored', (store) => ({
    ...store,
    async append(stream, expected, events) {
      try {
        return await store.append(stream, expected, events);
      } catch (thrown) {
        if (!isTaken(thrown)) throw thrown;
        const stored = await store.readStream(stream);
        return { kind: 'appended', events: stored.slice(-events.length), revision: stored.length };
      }
    },
  })),
];
