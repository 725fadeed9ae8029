import type { StoreSubject } from '../../../src/adapters/testing/store/subject.ts';
import type { NewEvent, StoredEvent } from '../../../src/domain/store/envelope.ts';
import { StoreError } from '../../../src/domain/store/errors.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';

/** A store of others that is judged by the same kit. */
export interface Peer {
  /** Its package and what it is. */
  readonly name: string;
  /** The version that is judged. */
  readonly version: string;
  /** The subject, or why there is none here. */
  readonly load: () => Promise<StoreSubject | { readonly notRun: string }>;
}

/** What no binding offers where its peer has no such thing: each of these is said to be not offered. */
export const NOT_OFFERED: Pick<EventStore, 'readAll' | 'onAppend' | 'close'> = {
  readAll: async () => {
    throw new StoreError('range-invalid', 'There is no global order');
  },
  onAppend: () => () => {},
  close: async () => {},
};

/** An event where the peer says that it is, with whatever data object the peer hands out. */
export const placed = (event: NewEvent, stream: string, revision: number): StoredEvent => ({
  ...event,
  stream,
  revision,
  previousHash: null,
});
