import { isStoreError, type StoreErrorCode } from '../../../domain/store/errors.ts';
import type { EventStore } from '../../../domain/store/port.ts';
import { through } from '../../../domain/store/through.ts';
import type { Capability } from './capabilities.ts';

/** The capability that a fault is evidence of. */
const EVIDENCE: Partial<Record<StoreErrorCode, Capability>> = {
  'event-id-taken': 'uniqueEventIds',
  'event-not-json': 'refusesNonJson',
  'store-closed': 'closing',
};

/**
 * The same store, watched: whatever capability a call makes use of is marked. It hands on what it is given and what
 * it is answered, and not copies, so that what is shared stays shared.
 */
export function observed(store: EventStore, marks: Set<Capability>): EventStore {
  const watch = async <T>(answering: Promise<T>): Promise<T> => {
    try {
      return await answering;
    } catch (thrown) {
      const capability = isStoreError(thrown) ? EVIDENCE[thrown.code] : undefined;
      if (capability !== undefined) marks.add(capability);
      throw thrown;
    }
  };
  return {
    ...through(store),
    async append(stream, expected, events, options) {
      if (expected === 'any') marks.add('expectedAny');
      if (events.length !== 1) marks.add(events.length === 0 ? 'emptyAppend' : 'batches');
      const answer = await watch(store.append(stream, expected, events, options));
      if (answer.kind === 'conflict') marks.add('tellsActual');
      return answer;
    },
    readStream: (...given) => watch(store.readStream(...given)),
    readAll(...given) {
      marks.add('globalOrder');
      return watch(store.readAll(...given));
    },
    onAppend: (look) =>
      store.onAppend(() => {
        marks.add('listening');
        look();
      }),
  };
}
