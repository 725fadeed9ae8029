import { tearBatch } from '../../../../src/adapters/testing/store/faults.ts';
import type { AppendResult, EventStore } from '../../../../src/domain/store/port.ts';
import { cloned, type Fault, fault } from './fault.ts';

/** What is wrong with what was acknowledged, or with what one instance knows of the other. */
export const STORING: readonly Fault[] = [
  fault('acknowledges a batch of three, and stores nothing of it', (store) => ({
    ...store,
    async append(stream, expected, events) {
      if (events.length !== 3) return store.append(stream, expected, events);
      const revision = (await store.readStream(stream)).length;
      return { kind: 'appended', events: [], revision: revision + 3 };
    },
  })),
  fault('acknowledges the first event of a stream, and forgets it', (store) => ({
    ...store,
    readStream: async (...given) => {
      const events = await store.readStream(...given);
      return events.length === 1 ? [] : events;
    },
  })),
  fault('keeps the first events of a batch of two and fails', (store) =>
    tearBatch(store, ({ events }) => events.length === 2),
  ),
  fault('lets a reader wait for what was acknowledged', (store) => {
    let visible: Promise<unknown> = Promise.resolve();
    let counted = 0;
    return {
      ...store,
      async append(...given): Promise<AppendResult> {
        const answer = await store.append(...given);
        visible = new Promise((resolve) => setTimeout(resolve, 1)).then(async () => {
          counted = (await store.readAll({ limit: 10_000 })).length;
        });
        return answer;
      },
      async readAll(range) {
        const all = await store.readAll(range);
        return range?.after === undefined ? all.slice(0, counted) : all;
      },
      async close() {
        await visible;
        await store.close();
      },
    };
  }),
  fault('decides by what its own instance last saw of a stream', (store) => {
    const heads = new Map<string, number>();
    return {
      ...store,
      async append(stream, expected, events) {
        const copies = cloned(events);
        const head = heads.get(stream) ?? (await store.readStream(stream)).length;
        const believed = expected === 'none' ? 0 : expected;
        if (believed !== 'any' && believed !== head) return { kind: 'conflict', stream, expected, actual: head };
        const answer = await store.append(stream, 'any', copies);
        if (answer.kind === 'appended') heads.set(stream, answer.revision);
        return answer;
      },
    };
  }),
  fault('reads a stream only once, and remembers it until its own instance appends to it', (store) => {
    const kept = new Map<string, Awaited<ReturnType<EventStore['readStream']>>>();
    return {
      ...store,
      async append(stream, expected, events) {
        kept.delete(stream);
        return store.append(stream, expected, events);
      },
      async readStream(stream, range) {
        if (range !== undefined && Object.keys(range).length > 0) return store.readStream(stream, range);
        const events = kept.get(stream) ?? (await store.readStream(stream));
        kept.set(stream, events);
        return structuredClone(events);
      },
    };
  }),
  {
    name: 'shows an instance only what that instance stored',
    of: () => {
      const owners = new Map<string, number>();
      let instances = 0;
      return (store) => {
        const own = instances++;
        return {
          ...store,
          async append(stream, expected, events) {
            const answer = await store.append(stream, expected, events);
            if (answer.kind === 'appended') for (const { id } of answer.events) owners.set(id, own);
            return answer;
          },
          readStream: async (...given) =>
            (await store.readStream(...given)).filter(({ id }) => (owners.get(id) ?? own) === own),
        };
      };
    },
  },
];
