import { openMemoryStore } from '../../../../src/adapters/memory/store.ts';
import { type Capabilities, EVERY_CAPABILITY } from '../../../../src/adapters/testing/store/capabilities.ts';
import type { StoreSubject } from '../../../../src/adapters/testing/store/subject.ts';
import { StoreError } from '../../../../src/domain/store/errors.ts';
import type { EventStore } from '../../../../src/domain/store/port.ts';

/** One way to be wrong. */
export interface Fault {
  /** What the store does wrong, as a sentence without its subject. */
  readonly name: string;
  /** What it knows of the whole record, and then what becomes of each of its instances. */
  readonly of: () => (sound: EventStore) => EventStore;
}

/** A fault that needs to know nothing of the whole record. */
export const fault = (name: string, of: (sound: EventStore) => EventStore): Fault => ({ name, of: () => of });

/** A further instance of the store in memory: it can be closed, and leaves the record as it is. */
function instanceOf(record: EventStore): EventStore {
  let closed = false;
  const stops = new Set<() => void>();
  const whileOpen = () => {
    if (closed) throw new StoreError('store-closed', 'The instance is closed');
    return record;
  };
  return {
    append: async (...given) => whileOpen().append(...given),
    readStream: async (...given) => whileOpen().readStream(...given),
    readAll: async (...given) => whileOpen().readAll(...given),
    onAppend(look) {
      const stop = whileOpen().onAppend(look);
      stops.add(stop);
      return stop;
    },
    async close() {
      closed = true;
      for (const stop of stops) stop();
    },
  };
}

/** A subject with several instances in memory, each of which has the fault. */
export const subjectWith = ({ name, of }: Fault, capabilities: Capabilities = EVERY_CAPABILITY): StoreSubject => ({
  name,
  capabilities,
  open: async () => {
    const record = openMemoryStore();
    const spoilt = of();
    const again = async () => spoilt(instanceOf(record));
    return { store: await again(), again };
  },
});

/** What is not JSON may not be cloned either: then it is handed on, and the store refuses it. */
export function cloned<T>(value: T): T {
  try {
    return structuredClone(value);
  } catch {
    return value;
  }
}
