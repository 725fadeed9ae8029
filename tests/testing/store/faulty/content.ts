import type { NewEvent, StoredEvent } from '../../../../src/domain/store/envelope.ts';
import { isStoreError } from '../../../../src/domain/store/errors.ts';
import type { EventStore } from '../../../../src/domain/store/port.ts';
import { type Fault, fault } from './fault.ts';

/** The same store, which hands out data of its own making. */
const withData = (store: EventStore, dataOf: (event: StoredEvent) => unknown): EventStore => {
  const made = (event: StoredEvent): StoredEvent => ({ ...event, data: dataOf(event) });
  return {
    ...store,
    readStream: async (...given) => (await store.readStream(...given)).map(made),
    readAll: async (...given) =>
      (await store.readAll(...given)).map(({ position, event }) => ({ position, event: made(event) })),
  };
};

const throughJson = (event: NewEvent): NewEvent => JSON.parse(JSON.stringify({ ...event, data: event.data ?? null }));

/** What is wrong with what is kept: that others can change it, or that it was changed on the way in. */
export const CONTENT: readonly Fault[] = [
  {
    name: 'keeps the writer’s own data, which the writer may change',
    of: () => {
      const kept = new Map<string, unknown>();
      return (store) => ({
        ...withData(store, (event) => structuredClone(kept.get(event.id))),
        async append(stream, expected, events) {
          const answer = await store.append(stream, expected, events);
          if (answer.kind === 'appended') for (const { id, data } of events) kept.set(id, data);
          return answer;
        },
      });
    },
  },
  {
    name: 'hands out its own data, which a reader may change',
    of: () => {
      const kept = new Map<string, unknown>();
      return (store) =>
        withData(store, ({ id, data }) => {
          if (!kept.has(id)) kept.set(id, data);
          return kept.get(id);
        });
    },
  },
  {
    name: 'hands out its own data with the answer to an append',
    of: () => {
      const kept = new Map<string, unknown>();
      return (store) => ({
        ...withData(store, ({ id }) => structuredClone(kept.get(id))),
        async append(...given) {
          const answer = await store.append(...given);
          if (answer.kind === 'appended') for (const { id, data } of answer.events) kept.set(id, data);
          return answer;
        },
      });
    },
  },
  fault('takes the writer’s data only when it gets round to it', (store) => ({
    ...store,
    async append(...given) {
      await Promise.resolve();
      return store.append(...given);
    },
  })),
  fault('changes or drops in silence what is not JSON', (store) => ({
    ...store,
    append: async (stream, expected, events) => {
      try {
        return await store.append(stream, expected, events);
      } catch (thrown) {
        if (!isStoreError(thrown) || thrown.code !== 'event-not-json') throw thrown;
        return store.append(stream, expected, events.map(throughJson));
      }
    },
  })),
  fault('keeps numbers with fifteen digits only', (store) =>
    withData(store, ({ data }) =>
      JSON.parse(JSON.stringify(data), (_, value) =>
        typeof value === 'number' ? Number(value.toPrecision(15)) : value,
      ),
    ),
  ),
  fault('cuts a text at its first zero character', (store) =>
    withData(store, ({ data }) =>
      JSON.parse(JSON.stringify(data), (_, value) => (typeof value === 'string' ? value.split('\0')[0] : value)),
    ),
  ),
];
