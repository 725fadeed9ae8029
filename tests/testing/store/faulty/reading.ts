import type { EventStore, StreamRange } from '../../../../src/domain/store/port.ts';
import { type Fault, fault } from './fault.ts';

const ranged = (name: string, change: (range: StreamRange) => StreamRange): Fault =>
  fault(name, (store) => ({
    ...store,
    readStream: (stream, range = {}) => store.readStream(stream, change(range)),
  }));

/** A store that takes what it last read of a stream for the stream. */
const remembering =
  (heads: Map<string, number>, seen: (count: number, range: StreamRange) => number | undefined) =>
  (store: EventStore): EventStore => ({
    ...store,
    async readStream(stream, range = {}) {
      const events = await store.readStream(stream, range);
      const head = seen(events.length, range);
      if (head !== undefined) heads.set(stream, head);
      return events;
    },
    async append(stream, expected, events) {
      const head = heads.get(stream);
      heads.delete(stream);
      const believed = expected === 'none' ? 0 : expected;
      if (head === undefined || believed === 'any') return store.append(stream, expected, events);
      if (believed !== head) return { kind: 'conflict', stream, expected, actual: head };
      return store.append(stream, 'any', events);
    },
  });

/** What is wrong with parts of a stream. */
export const READING: readonly Fault[] = [
  ranged('reads from one revision too far', ({ from, ...rest }) =>
    from === undefined ? rest : { ...rest, from: from + 1 },
  ),
  ranged('reads one event more than the limit, where a range has a beginning', ({ from, limit, ...rest }) =>
    from === undefined || limit === undefined
      ? { ...rest, ...(from === undefined ? {} : { from }), ...(limit === undefined ? {} : { limit }) }
      : { ...rest, from, limit: limit + 1 },
  ),
  ranged('leaves out the last revision of a range', ({ to, ...rest }) =>
    to === undefined ? rest : { ...rest, to: Math.max(0, to - 1) },
  ),
  ranged('forgets the limit, where a range has an end', ({ limit, ...rest }) =>
    limit === undefined || rest.to !== undefined ? rest : { ...rest, limit },
  ),
  fault('counts the limit from the beginning of the stream', (store) => ({
    ...store,
    async readStream(stream, { limit, ...range } = {}) {
      const events = await store.readStream(stream, range);
      return limit === undefined ? events : events.filter(({ revision }) => revision <= limit);
    },
  })),
  fault('begins again at the beginning, beyond the end', (store) => ({
    ...store,
    async readStream(stream, range) {
      const events = await store.readStream(stream, range);
      return events.length === 0 && (range?.from ?? 1) > 1 ? store.readStream(stream) : events;
    },
  })),
  {
    name: 'takes a stream for absent once somebody read beyond its end',
    of: () => remembering(new Map(), (count) => (count === 0 ? 0 : undefined)),
  },
  {
    name: 'takes the length of what was last read for the revision of the stream',
    of: () => remembering(new Map(), (count) => (count > 0 ? count : undefined)),
  },
];
