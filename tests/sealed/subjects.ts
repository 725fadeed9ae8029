import { sealed } from '../../src/adapters/sealed/sealed.ts';
import type { StoreSubject } from '../../src/adapters/testing/store/subject.ts';
import { MEMORY, SQLITE } from '../testing/store/subjects.ts';

const sealing = ({ name, open, capabilities }: StoreSubject): StoreSubject => ({
  name: `${name}, sealed`,
  capabilities: { ...capabilities, expectedAny: false },
  open: async () => {
    const { store, again, ...rest } = await open();
    return { ...rest, store: sealed(store), ...(again && { again: async () => sealed(await again()) }) };
  },
});

/** The stores of this library, sealed. */
export const SEALED: readonly StoreSubject[] = [MEMORY, SQLITE].map(sealing);
