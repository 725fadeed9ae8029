import type { Failed } from '../../../src/adapters/testing/run/trial.ts';
import { checkStore } from '../../../src/adapters/testing/store/checkStore.ts';
import type { StoreSubject } from '../../../src/adapters/testing/store/subject.ts';
import { subjectWith } from './faulty/fault.ts';
import { FAULTS } from './faulty/index.ts';
import { FAR_AWAY, MEMORY, SQLITE } from './subjects.ts';

/** The stores of this library, and the store that the faulty ones are made of. */
export const SOUND: readonly StoreSubject[] = [
  MEMORY,
  SQLITE,
  FAR_AWAY,
  subjectWith({ name: 'memory, with several instances', of: () => (store) => store }),
];

/** Stores that are known to be wrong. */
export const FAULTY: readonly StoreSubject[] = FAULTS.map((one) => subjectWith(one));

/** The trials that a store failed, with the budget that the kit has by itself. */
export async function failuresOf(subject: StoreSubject): Promise<readonly Failed[]> {
  const { verdicts } = await checkStore(subject);
  return verdicts.filter((verdict) => verdict.kind === 'failed');
}
