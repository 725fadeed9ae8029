import * as fc from 'fast-check';
import { replayOf, tokenOf } from './token.ts';
import type { Budget, Failed, Trial, Verdict } from './trial.ts';

/** The seed of every run that names none. */
const SEED = 20_240_917;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The smallest case that was found, for people. */
function failure<Case>(trial: Trial<Case>, details: fc.RunDetails<[Case]>): Failed {
  const { counterexample, counterexamplePath: path, seed, numRuns: runs, errorInstance: error } = details;
  const { name } = trial;
  if (counterexample === null || path === null) {
    return {
      kind: 'failed',
      name,
      runs,
      token: null,
      counterexample: undefined,
      text: `${name}: nothing was tried`,
      error,
    };
  }
  const token = tokenOf({ seed, path });
  const [smallest] = counterexample;
  const text = [`Does not hold: ${name}`, trial.tell(smallest), messageOf(error), `Try it again: ${token}`];
  return { kind: 'failed', name, runs, token, counterexample: smallest, text: text.join('\n\n'), error };
}

/**
 * Tries a trial on generated cases. A run in which nothing was tried has failed: no verdict is given for nothing.
 *
 * @throws {RangeError} where the budget's token is none
 */
export async function check<Case>(trial: Trial<Case>, budget: Budget = {}): Promise<Verdict> {
  const { runs = trial.runs, milliseconds, seed = SEED, token } = budget;
  const property = fc.asyncProperty(trial.cases, async (one) => {
    await trial.holds(one);
  });
  const details = await fc.check(property, {
    ...(token === undefined ? { seed, numRuns: runs } : { ...replayOf(token), numRuns: 1 }),
    ...(milliseconds === undefined ? {} : { interruptAfterTimeLimit: milliseconds }),
  });
  const { name } = trial;
  if (details.failed || details.numRuns === 0) return failure(trial, details);
  return {
    kind: 'held',
    name,
    runs: details.numRuns,
    stoppedBy: details.interrupted ? 'time' : 'runs',
    seed: details.seed,
  };
}

/** Tries one trial after the other. */
export async function checkAll(trials: readonly Trial[], budget: Budget = {}): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const trial of trials) verdicts.push(await check(trial, budget));
  return verdicts;
}

/**
 * Asserts that a trial held, for any test runner.
 *
 * @throws {Error} with the smallest case and its token
 */
export function assertHeld(verdict: Verdict): void {
  if (verdict.kind === 'failed') throw new Error(verdict.text, { cause: verdict.error });
}
