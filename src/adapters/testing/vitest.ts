/**
 * Trials as tests of vitest: `emargement/testing/vitest`. Everything else of the test kit knows no test runner.
 *
 * @module
 */
import { test } from 'vitest';
import { assertHeld, check } from './run/check.ts';
import type { Budget, Trial } from './run/trial.ts';

/**
 * Registers a test that tries a trial; where it does not hold, the test fails with the smallest case, what went wrong
 * and the token. How long it takes is for the budget to say, so vitest sets it no time limit.
 *
 * @param budget how long and how hard to try; what the trial itself says unless it is given
 */
export function trialTest<Case>(trial: Trial<Case>, budget: Budget = {}): void {
  test(trial.name, { timeout: 0 }, async () => {
    assertHeld(await check(trial, budget));
  });
}
