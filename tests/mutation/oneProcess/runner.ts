import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import type { Collected } from './collected.ts';
import { instrumented } from './instrumented.ts';
import { loaded } from './loaded.ts';
import { Order } from './order.ts';
import { tried } from './tried.ts';

/** What this runner is told in Stryker's configuration. */
export interface OneProcessOptions {
  /** The test files, as patterns. */
  readonly files: readonly string[];
  /** A test that takes longer than this is left to vitest, in milliseconds. */
  readonly longestMs: number;
  /** How long a mutant is judged at most, in milliseconds; one that nothing killed by then is left to vitest, too. */
  readonly budgetMs: number;
}

/**
 * Runs tests in the process that loaded them, once for every mutant: a mutant is then judged in the time that its tests
 * take, and not in the time that it takes to load them.
 *
 * What one mutant leaves behind in the process, another must not answer for: whenever a test has failed, it is tried
 * again without any mutant, and where it still fails, the process ends, and Stryker judges the mutant in another. What
 * cannot be judged like this (tests that need vitest itself, mutants of what is made once and kept) is found to survive,
 * and is judged by vitest then.
 */
class OneProcess implements TestRunner {
  static readonly inject = tokens(commonTokens.options);

  readonly #options: OneProcessOptions;
  readonly #order = new Order();
  #tests: ReadonlyMap<string, Collected> = new Map();
  #isFresh = true;
  #isSpoilt = false;

  constructor(options: object) {
    this.#options = (options as { oneProcess: OneProcessOptions }).oneProcess;
  }

  capabilities() {
    // Mutants are switched on as tests run, so that there is nothing to be loaded again.
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    this.#tests = await loaded(this.#options.files);
    this.#order.learn();
  }

  async dryRun(): Promise<DryRunResult> {
    const fit: TestResult[] = [];
    for (const test of this.#tests.values()) {
      instrumented.currentTestId = test.id;
      const result = await tried(test);
      instrumented.currentTestId = undefined;
      this.#order.took(test.id, result.timeSpentMs);
      if (result.status === TestStatus.Success && result.timeSpentMs <= this.#options.longestMs) fit.push(result);
    }
    this.#order.tell();
    const ids = new Set(fit.map(({ id }) => id));
    const { mutantCoverage = { static: {}, perTest: {} } } = instrumented;
    const perTest = Object.fromEntries(Object.entries(mutantCoverage.perTest).filter(([id]) => ids.has(id)));
    return { status: DryRunStatus.Complete, tests: fit, mutantCoverage: { ...mutantCoverage, perTest } };
  }

  async mutantRun({
    activeMutant,
    hitLimit,
    testFilter = [],
    sandboxFileName,
  }: MutantRunOptions): Promise<MutantRunResult> {
    if (this.#isSpoilt) process.exit(1);
    Object.assign(instrumented, { hitCount: 0, hitLimit, activeMutant: activeMutant.id });
    const results = await this.#judged(this.#order.of(testFilter, sandboxFileName));
    const { hitCount } = instrumented;
    Object.assign(instrumented, { hitCount: undefined, hitLimit: undefined, activeMutant: undefined });
    const last = results.at(-1);
    if (last?.status === TestStatus.Failed) await this.#clear(last.id, sandboxFileName, last.goesOn);
    this.#isFresh = false;
    const endless = determineHitLimitReached(hitCount, hitLimit);
    return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests: results });
  }

  /** Tries tests until one of them fails, or the time is over. */
  async #judged(ids: readonly string[]) {
    const results: Awaited<ReturnType<typeof tried>>[] = [];
    let spent = 0;
    for (const id of ids) {
      const test = this.#tests.get(id);
      if (test === undefined || spent > this.#options.budgetMs) continue;
      const result = await tried(test);
      results.push(result);
      spent += result.timeSpentMs;
      if (result.status === TestStatus.Failed) break;
      this.#order.took(id, result.timeSpentMs);
    }
    return results;
  }

  /** Makes sure that it was this mutant that made a test fail, and that no other will suffer from it. */
  async #clear(id: string, mutated: string, goesOn: boolean): Promise<void> {
    const test = this.#tests.get(id);
    const again = goesOn || test === undefined ? null : await tried(test);
    if (again?.status === TestStatus.Success) {
      this.#order.killed(id, mutated);
      return;
    }
    // In a process that tried nothing before, it can only have been the mutant.
    if (!this.#isFresh && !goesOn) process.exit(1);
    this.#isSpoilt = true;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'one-process', OneProcess)];
