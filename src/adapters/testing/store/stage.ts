import type { EventStore } from '../../../domain/store/port.ts';
import type { Capabilities, Capability } from './capabilities.ts';
import { observed } from './observed.ts';
import type { StoreSubject } from './subject.ts';

/** A store that one case is played on. */
export interface Bench {
  readonly store: EventStore;
  /** Opens a second instance on the same record. */
  readonly again: () => Promise<EventStore>;
}

/** Where a store is tried: every case on a store of its own, and what was exercised is kept. */
export interface Stage {
  readonly capabilities: Capabilities;
  /** Opens a store for some work, and closes it and what was opened beside it whatever happens. */
  play<T>(work: (bench: Bench) => Promise<T>): Promise<T>;
}

/** The stage of a subject; `marks` gathers the capabilities that were made use of. */
export function stageFor(subject: StoreSubject, marks: Set<Capability>): Stage {
  return {
    capabilities: subject.capabilities,
    async play(work) {
      const { store, again, dispose } = await subject.open();
      const instances = [store];
      const second = async (): Promise<EventStore> => {
        if (again === undefined) throw new Error(`${subject.name} says that it has a second instance, and opens none`);
        const instance = await again();
        instances.push(instance);
        marks.add('secondInstance');
        return observed(instance, marks);
      };
      try {
        return await work({ store: observed(store, marks), again: second });
      } finally {
        for (const instance of instances) await instance.close();
        await dispose?.();
      }
    },
  };
}
