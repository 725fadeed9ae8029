import { BATCHES } from './batches.ts';
import { CONTENT } from './content.ts';
import { EXPECTATIONS } from './expectations.ts';
import type { Fault } from './fault.ts';
import { ORDER } from './order.ts';
import { READING } from './reading.ts';
import { REVISIONS } from './revisions.ts';
import { SEALING } from './sealing.ts';
import { STORING } from './storing.ts';
import { SUBSCRIPTIONS } from './subscriptions.ts';
import { TELLING } from './telling.ts';

/** Every way to be wrong that the kit has to notice; what was seen in stores of others is among them. */
export const FAULTS: readonly Fault[] = [
  ...EXPECTATIONS,
  ...READING,
  ...REVISIONS,
  ...CONTENT,
  ...BATCHES,
  ...ORDER,
  ...STORING,
  ...TELLING,
  ...SUBSCRIPTIONS,
  ...SEALING,
];
