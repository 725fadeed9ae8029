import type { EventStore } from '../../../../src/domain/store/port.ts';
import { cloned, fault } from './fault.ts';

const lastOf = async (store: EventStore, stream: string): Promise<number> => (await store.readStream(stream)).length;

/** What is wrong with what a writer believes, or with how it is told that it was mistaken. */
export const EXPECTATIONS = [
  fault('accepts `none` on a stream that exists', (store) => ({
    ...store,
    append: (stream, expected, events) => store.append(stream, expected === 'none' ? 'any' : expected, events),
  })),
  fault('accepts an exact revision on a stream that does not exist', (store) => ({
    ...store,
    append: async (stream, expected, events) => {
      const isThere = (await lastOf(store, stream)) > 0;
      return store.append(stream, isThere || expected === 'none' ? expected : 'any', events);
    },
  })),
  fault('looks first and stores then, with a pause between', (store) => ({
    ...store,
    async append(stream, expected, events) {
      const copies = cloned(events);
      const actual = await lastOf(store, stream);
      const believed = expected === 'none' ? 0 : expected;
      if (believed !== 'any' && believed !== actual) return store.append(stream, expected, copies);
      await Promise.resolve();
      return store.append(stream, 'any', copies);
    },
  })),
  fault('accepts a writer who is ahead of the stream', (store) => ({
    ...store,
    append: async (stream, expected, events) => {
      const isAhead = typeof expected === 'number' && expected > (await lastOf(store, stream));
      return store.append(stream, isAhead ? 'any' : expected, events);
    },
  })),
  fault('accepts a writer who is one behind', (store) => ({
    ...store,
    append: async (stream, expected, events) => {
      const last = await lastOf(store, stream);
      return store.append(stream, last > 0 && expected === last - 1 ? last : expected, events);
    },
  })),
  fault('tells -1 as the actual revision of a conflict', (store) => ({
    ...store,
    append: async (...given) => {
      const answer = await store.append(...given);
      return answer.kind === 'conflict' ? { ...answer, actual: -1 } : answer;
    },
  })),
  fault('tells the expected revision as the actual one', (store) => ({
    ...store,
    append: async (...given) => {
      const answer = await store.append(...given);
      return answer.kind === 'conflict' && typeof answer.expected === 'number'
        ? { ...answer, actual: answer.expected }
        : answer;
    },
  })),
  fault('fails where there is nothing to append', (store) => ({
    ...store,
    append: async (stream, expected, events) => {
      if (events.length === 0) throw new TypeError('Cannot read properties of undefined');
      return store.append(stream, expected, events);
    },
  })),
  fault('answers a conflict where there is nothing to append', (store) => ({
    ...store,
    append: async (stream, expected, events) =>
      events.length === 0
        ? { kind: 'conflict', stream, expected, actual: await lastOf(store, stream) }
        : store.append(stream, expected, events),
  })),
  fault('answers no conflict where there is nothing to append', (store) => ({
    ...store,
    append: (stream, expected, events) => store.append(stream, events.length === 0 ? 'any' : expected, events),
  })),
  fault('judges an event id before the expected revision', (store) => ({
    ...store,
    append: async (stream, expected, events) => {
      const answer = await store.append(stream, expected, events);
      const taken = (await store.readAll()).find(({ event }) => events.some(({ id }) => id === event.id));
      if (answer.kind === 'appended' || taken === undefined) return answer;
      return store.append(stream, 'any', events);
    },
  })),
];
