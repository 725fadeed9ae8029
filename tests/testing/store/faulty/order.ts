import type { EventStore, PositionedEvent } from '../../../../src/domain/store/port.ts';
import { cloned, type Fault, fault } from './fault.ts';

/** All that a store has, whatever a page is. */
const whole = (store: EventStore): Promise<readonly PositionedEvent[]> => store.readAll({ limit: 10_000 });

/** A page of a list whose positions are its own. */
function pageOf(
  list: readonly PositionedEvent[],
  after: string | undefined,
  limit = 1_000,
): readonly PositionedEvent[] {
  const start = list.findIndex(({ position }) => position === after) + 1;
  return list.slice(start, start + limit);
}

/** What is wrong with the global order, or with what a follower of it sees. */
export const ORDER: readonly Fault[] = [
  {
    name: 'gives a place in the global order before the event can be read',
    of: () => {
      const places = new Map<string, number>();
      return (store) => ({
        ...store,
        async append(stream, expected, events) {
          const first = places.size;
          for (const [index, { id }] of events.entries()) places.set(id, first + index + 1);
          const copies = cloned(events);
          // One stream is slower than the others.
          for (let step = 0; stream === 'session-1' && step < 4; step++) await Promise.resolve();
          return store.append(stream, expected, copies);
        },
        async readAll({ after, limit = 1_000 } = {}) {
          const placed = (await whole(store)).map(({ event }) => ({ position: String(places.get(event.id)), event }));
          return placed
            .toSorted((one, other) => Number(one.position) - Number(other.position))
            .filter(({ position }) => after === undefined || Number(position) > Number(after))
            .slice(0, limit);
        },
      });
    },
  },
  fault('loses an event between one page and the next', (store) => ({
    ...store,
    async readAll(range = {}) {
      const page = await store.readAll(range);
      return range.after !== undefined && page.length > 1 ? page.slice(1) : page;
    },
  })),
  fault('reads the event of the position again', (store) => ({
    ...store,
    async readAll({ after, limit } = {}) {
      const all = await whole(store);
      const before = all[all.findIndex(({ position }) => position === after) - 1]?.position;
      // The last one is not repeated, or no reader would ever end.
      return pageOf(all, after === all.at(-1)?.position ? after : before, limit);
    },
  })),
  fault('orders the events of the whole by stream', (store) => ({
    ...store,
    async readAll({ after, limit } = {}) {
      const all = await whole(store);
      return pageOf(
        all.toSorted((one, other) => (one.event.stream < other.event.stream ? -1 : 1)),
        after,
        limit,
      );
    },
  })),
  fault('leaves a stream out of the whole', (store) => ({
    ...store,
    readAll: async ({ after, limit } = {}) =>
      pageOf(
        (await whole(store)).filter(({ event }) => event.stream !== 'session-2'),
        after,
        limit,
      ),
  })),
];
