import type { Trial } from '../run/trial.ts';
import type { Collector, Counted } from './coverage.ts';

/**
 * The same trial, of which every case that is tried is counted. Where a case does not hold, those that are tried to make
 * it smaller are counted, too.
 */
export const counting = <Case extends Counted>(trial: Trial<Case>, collector: Collector): Trial<Case> => ({
  ...trial,
  holds(one) {
    collector.add(one);
    return trial.holds(one);
  },
});
