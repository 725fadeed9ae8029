import type { EventStore } from '../../domain/store/port.ts';
import { through } from '../../domain/store/through.ts';
import type { Io } from './io.ts';

/** A store that tells how many events were read of it, one after the other; how many there are it does not know. */
export function watched(store: EventStore, { progress }: Pick<Io, 'progress'>): EventStore {
  const { readTexts } = store;
  if (progress === undefined || readTexts === undefined) return store;
  let read = 0;
  return {
    ...through(store),
    async readTexts(range, options) {
      const page = await readTexts.call(store, range, options);
      read += page.length;
      progress(`${read} événements lus`);
      return page;
    },
  };
}
