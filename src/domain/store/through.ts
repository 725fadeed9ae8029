import type { EventStore } from './port.ts';

/** All of a store, also where it is an object of a class: what a wrapping store has of the one within. */
export function through(store: EventStore): EventStore {
  const { readTexts, subscribe, erase } = store;
  return {
    append: (...given) => store.append(...given),
    readStream: (...given) => store.readStream(...given),
    readAll: (...given) => store.readAll(...given),
    onAppend: (look) => store.onAppend(look),
    ...(readTexts && { readTexts: readTexts.bind(store) }),
    ...(subscribe && { subscribe: subscribe.bind(store) }),
    ...(erase && { erase: erase.bind(store) }),
    close: () => store.close(),
  };
}
