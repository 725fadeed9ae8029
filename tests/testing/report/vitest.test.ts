import { describe } from 'vitest';
import { historyTrial } from '../../../src/adapters/testing/report/index.ts';
import { trialTest } from '../../../src/adapters/testing/vitest.ts';
import { checkedReplay } from '../../../src/domain/machine/replay.ts';

describe('a trial as a test of vitest', () => {
  trialTest(
    historyTrial('a record that commands made breaks no rule', ({ events }) => {
      const [breach] = checkedReplay(events).breaches;
      if (breach !== undefined) throw new Error(`revision ${breach.revision}`);
    }),
    { runs: 50 },
  );
});
