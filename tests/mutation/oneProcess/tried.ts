import { type TestResult, TestStatus } from '@stryker-mutator/api/test-runner';
import type { Collected } from './collected.ts';
import { instrumented } from './instrumented.ts';
import { beginSnapshots, NothingToCompareWith } from './snapshot.ts';

/** How long a test may wait for what never comes, in milliseconds: the longest takes a tenth of it. */
const LONGEST_WAIT_MS = 20_000;

/** What a test left that nobody waited for. */
let unhandled: unknown;
process.on('unhandledRejection', (reason) => {
  unhandled ??= reason;
});

/** What came of a test, and whether it goes on for all that is known. */
type Tried = TestResult & { readonly goesOn: boolean };

/** Runs a test. One that does not come to an end has failed. */
export async function tried(test: Collected): Promise<Tried> {
  const { promise: waited, resolve } = Promise.withResolvers<'goes on'>();
  const timer = setTimeout(resolve, LONGEST_WAIT_MS, 'goes on');
  const start = performance.now();
  unhandled = undefined;
  beginSnapshots(test.id);
  const failure = await Promise.race([
    waited,
    test.run().then(
      () => unhandled,
      (error: unknown) => error ?? 'nothing was said',
    ),
  ]);
  const timeSpentMs = performance.now() - start;
  clearTimeout(timer);
  if (failure instanceof NothingToCompareWith) return triedFirst(test);
  const result = { id: test.id, name: test.id, timeSpentMs, goesOn: failure === 'goes on' };
  return failure === undefined
    ? { ...result, status: TestStatus.Success }
    : { ...result, status: TestStatus.Failed, failureMessage: String(failure) };
}

/** Runs a test without the mutant that is on, and then with it. */
async function triedFirst(test: Collected): Promise<Tried> {
  const { activeMutant } = instrumented;
  instrumented.activeMutant = undefined;
  await tried(test);
  instrumented.activeMutant = activeMutant;
  return tried(test);
}
