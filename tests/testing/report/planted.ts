import type { History } from '../../../src/adapters/testing/histories/index.ts';
import { historyTrial } from '../../../src/adapters/testing/report/index.ts';

/** A bug: it comes to light where a candidate who was registered with extra time loses the test. */
function planted({ events }: History): void {
  const withExtra = new Set<number>();
  for (const { type, data } of events) {
    if (type === 'CandidateRegistered' && data.extraTime !== null) withExtra.add(data.candidate);
    if (type === 'TestInterrupted' && withExtra.has(data.candidate)) throw new Error('lost with extra time');
  }
}

/** A trial that finds it. */
export const noneInterrupted = historyTrial('nobody with extra time loses the test', planted, { runs: 500 });
