import type { StoredEvent } from '../../../../src/domain/store/envelope.ts';
import type { EventStore } from '../../../../src/domain/store/port.ts';
import { type Fault, fault } from './fault.ts';

/** The same store, whose events come out changed. */
const changed = (store: EventStore, change: (event: StoredEvent) => StoredEvent): EventStore => ({
  ...store,
  async append(...given) {
    const answer = await store.append(...given);
    return answer.kind === 'conflict' ? answer : { ...answer, events: answer.events.map(change) };
  },
  readStream: async (...given) => (await store.readStream(...given)).map(change),
  readAll: async (...given) =>
    (await store.readAll(...given)).map(({ position, event }) => ({ position, event: change(event) })),
});

/** What is wrong with the numbers of events, or with their order in a stream. */
export const REVISIONS: readonly Fault[] = [
  {
    name: 'leaves a gap in the revisions after an append that failed',
    of: () => {
      const gaps = new Map<string, { readonly after: number }[]>();
      const shifted = (event: StoredEvent): StoredEvent => {
        const before = (gaps.get(event.stream) ?? []).filter(({ after }) => after < event.revision).length;
        return { ...event, revision: event.revision + before };
      };
      return (store) => {
        const gapped = changed(store, shifted);
        return {
          ...gapped,
          async append(stream, expected, events) {
            try {
              return await gapped.append(stream, expected, events);
            } catch (thrown) {
              const after = (await store.readStream(stream)).length;
              gaps.set(stream, [...(gaps.get(stream) ?? []), { after }]);
              throw thrown;
            }
          },
        };
      };
    },
  },
  {
    name: 'gives an event the revision after the expected one, whatever is there',
    of: () => {
      const revisions = new Map<string, number>();
      return (store) => {
        const numbered = changed(store, (event) => ({ ...event, revision: revisions.get(event.id) ?? event.revision }));
        return {
          ...numbered,
          async append(stream, expected, events) {
            const last = (await store.readStream(stream)).length;
            if (typeof expected !== 'number' || expected <= last) return numbered.append(stream, expected, events);
            for (const [index, { id }] of events.entries()) revisions.set(id, expected + 1 + index);
            return numbered.append(stream, 'any', events);
          },
        };
      };
    },
  },
  fault('counts revisions from 0', (store) => changed(store, (event) => ({ ...event, revision: event.revision - 1 }))),
  {
    name: 'counts revisions over all streams',
    of: () => {
      const places = new Map<string, number>();
      const placed = (event: StoredEvent): StoredEvent => {
        const place = places.get(event.id) ?? places.size + 1;
        places.set(event.id, place);
        return { ...event, revision: place };
      };
      return (store) => changed(store, placed);
    },
  },
  fault('reads a stream with the last event first', (store) => ({
    ...store,
    readStream: async (...given) => (await store.readStream(...given)).toReversed(),
  })),
  fault('tells the number of events that it stored as the revision', (store) => ({
    ...store,
    append: async (...given) => {
      const answer = await store.append(...given);
      return answer.kind === 'conflict' ? answer : { ...answer, revision: answer.events.length };
    },
  })),
];
