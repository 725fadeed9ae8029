import type { NewEvent } from '../../../domain/store/envelope.ts';
import { StoreError } from '../../../domain/store/errors.ts';
import type { EventStore, ExpectedRevision } from '../../../domain/store/port.ts';
import { through } from '../../../domain/store/through.ts';

/** An append, as far as a fault may be chosen by it. */
export interface AppendCall {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
}

/** Whether this append goes wrong. */
export type When = (append: AppendCall) => boolean;

const outOfReach = (): StoreError => new StoreError('store-unwritable', 'The store is out of reach');

/** A store whose appends fail before anything is stored, where `when` says so. */
export const failBefore = (store: EventStore, when: When): EventStore => ({
  ...through(store),
  async append(stream, expected, events) {
    if (when({ stream, expected, events })) throw outOfReach();
    return store.append(stream, expected, events);
  },
});

/** A store whose appends are carried out and then fail, where `when` says so: the acknowledgement is lost. */
export const failAfter = (store: EventStore, when: When): EventStore => ({
  ...through(store),
  async append(stream, expected, events) {
    const fails = when({ stream, expected, events });
    const answer = await store.append(stream, expected, events);
    if (fails) throw outOfReach();
    return answer;
  },
});

/**
 * A store that is handed an append twice, where `when` says so, as by a network that repeats what it was not sure of.
 * The writer is told the first answer, and never the second.
 */
export const deliverTwice = (store: EventStore, when: When): EventStore => ({
  ...through(store),
  async append(stream, expected, events) {
    const repeats = when({ stream, expected, events });
    const answer = await store.append(stream, expected, events);
    if (repeats) await store.append(stream, expected, events).catch(() => {});
    return answer;
  },
});

/**
 * A store that keeps the first events of a batch only, and then fails, where `when` says so. No store may do this;
 * it shows what becomes of a reader when one does.
 */
export const tearBatch = (store: EventStore, when: When): EventStore => ({
  ...through(store),
  async append(stream, expected, events) {
    if (events.length < 2 || !when({ stream, expected, events })) return store.append(stream, expected, events);
    const answer = await store.append(stream, expected, events.slice(0, -1));
    if (answer.kind === 'conflict') return answer;
    throw outOfReach();
  },
});

/** A store on whose every call one waits twice: before it arrives, and before its answer does. */
export const slow = (store: EventStore, wait: () => Promise<void>): EventStore => {
  const slowly = async <T>(call: () => Promise<T>): Promise<T> => {
    await wait();
    const answer = await call();
    await wait();
    return answer;
  };
  return {
    ...through(store),
    append: (...given) => slowly(() => store.append(...given)),
    readStream: (...given) => slowly(() => store.readStream(...given)),
    readAll: (...given) => slowly(() => store.readAll(...given)),
  };
};

/** What can go wrong at the port, each as a function from a store to a store. */
export const faults = { failBefore, failAfter, deliverTwice, tearBatch, slow } as const;
