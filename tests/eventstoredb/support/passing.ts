import type { Fault } from '../server/faults.ts';

/** What may happen to an append, and is over when it is made again. */
export const PASSING: readonly Fault[] = [
  { fault: 'reset' },
  { fault: 'reset-after-commit' },
  { fault: 'swallow' },
  { fault: 'swallow-after-commit' },
  { fault: 'timeout', stored: true },
  { fault: 'timeout', stored: false },
  { fault: 'not-ready' },
  { fault: 'busy' },
  { fault: 'not-leader' },
  { fault: 'status', code: 13, details: 'internal' },
  { fault: 'status', code: 15, details: 'data loss' },
  { fault: 'status', code: 2, details: 'client error (Connect)' },
];
