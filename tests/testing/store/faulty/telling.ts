import type { AppendResult, EventStore } from '../../../../src/domain/store/port.ts';
import { cloned, type Fault, fault } from './fault.ts';

/** The same store, which tells its listeners itself. */
const telling = (
  store: EventStore,
  append: (listeners: ReadonlySet<() => void>, given: Parameters<EventStore['append']>) => Promise<AppendResult>,
): EventStore => {
  const listeners = new Set<() => void>();
  return {
    ...store,
    append: (...given) => append(listeners, given),
    onAppend(look) {
      // A store that was closed refuses here.
      store.onAppend(() => {})();
      const listener = () => look();
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** What is wrong with what listeners are told, or with a store that was closed. */
export const TELLING: readonly Fault[] = [
  fault('never tells anybody anything', (store) => telling(store, (_, given) => store.append(...given))),
  fault('tells before the events can be read', (store) =>
    telling(store, async (listeners, given) => {
      for (const listener of listeners) listener();
      const [stream, expected, events] = given;
      const copies = cloned(events);
      for (let step = 0; step < 20; step++) await Promise.resolve();
      return store.append(stream, expected, copies);
    }),
  ),
  fault('tells a listener of the first append only', (store) => ({
    ...store,
    onAppend(look) {
      const stop = store.onAppend(() => {
        stop();
        look();
      });
      return stop;
    },
  })),
  fault('goes on telling who has unsubscribed', (store) => ({
    ...store,
    onAppend(look) {
      store.onAppend(look);
      return () => {};
    },
  })),
  fault('tells of conflicts as well', (store) =>
    telling(store, async (listeners, given) => {
      const answer = await store.append(...given);
      for (const listener of listeners) listener();
      return answer;
    }),
  ),
  fault('tells only of what its own instance stored', (store) =>
    telling(store, async (listeners, given) => {
      const answer = await store.append(...given);
      if (answer.kind === 'appended' && answer.events.length > 0) for (const listener of listeners) listener();
      return answer;
    }),
  ),
  fault('answers an append once it is closed', (store) => {
    let closed = false;
    return {
      ...store,
      async append(stream, expected, events) {
        if (closed) return { kind: 'conflict', stream, expected, actual: 0 };
        return store.append(stream, expected, events);
      },
      async close() {
        closed = true;
        await store.close();
      },
    };
  }),
  fault('reads nothing, rather than fail, once it is closed', (store) => {
    let closed = false;
    return {
      ...store,
      readAll: async (...given) => (closed ? [] : store.readAll(...given)),
      async close() {
        closed = true;
        await store.close();
      },
    };
  }),
];
