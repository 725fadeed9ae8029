import type { NewEvent } from '../../src/domain/store/envelope.ts';
import { StoreError } from '../../src/domain/store/errors.ts';
import type { EventStore } from '../../src/domain/store/port.ts';

/** How often each method of a store was called. */
export interface Calls {
  append: number;
  readStream: number;
  readAll: number;
}

/** A store that counts what it is asked. */
export function counted(store: EventStore): { readonly store: EventStore; readonly calls: Calls } {
  const calls: Calls = { append: 0, readStream: 0, readAll: 0 };
  return {
    calls,
    store: {
      ...store,
      append: (...given) => {
        calls.append++;
        return store.append(...given);
      },
      readStream: (...given) => {
        calls.readStream++;
        return store.readStream(...given);
      },
      readAll: (...given) => {
        calls.readAll++;
        return store.readAll(...given);
      },
    },
  };
}

/** An append, as a test may want to disturb it. */
export interface Append {
  readonly stream: string;
  readonly events: readonly NewEvent[];
}

/** What goes wrong with an append, if anything: nothing is stored, or it is stored and nobody is told. */
export type Trouble = 'before' | 'after' | null;

/** The fault that a troubled store throws. */
export const OUT_OF_REACH = 'store-unwritable';

const fault = () => new StoreError(OUT_OF_REACH, 'The disk is out of reach');

/** A store whose appends fail where a test says so. */
export const troubled = (store: EventStore, trouble: (append: Append) => Trouble): EventStore => ({
  ...store,
  async append(stream, expected, events) {
    const kind = trouble({ stream, events });
    if (kind === 'before') throw fault();
    const answer = await store.append(stream, expected, events);
    if (kind === 'after') throw fault();
    return answer;
  },
});

/** A store to which somebody else does something right before an append. */
export const overtaken = (store: EventStore, meanwhile: (append: Append) => Promise<unknown>): EventStore => ({
  ...store,
  async append(stream, expected, events) {
    await meanwhile({ stream, events });
    return store.append(stream, expected, events);
  },
});

/** A store of which a session is never where the writer believes it to be. */
export const alwaysConflicting = (store: EventStore): EventStore => ({
  ...store,
  append: async (stream, expected, events) =>
    stream.startsWith('session-')
      ? { kind: 'conflict', stream, expected, actual: 0 }
      : store.append(stream, expected, events),
});
