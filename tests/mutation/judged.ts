import { Stryker } from '@stryker-mutator/core';
import type { OneProcessOptions } from './oneProcess/runner.ts';

/** Files that hold texts alone. */
const TEXTS = [
  '!src/**/index.ts',
  '!src/domain/procedure.ts',
  '!src/domain/commands/inputTexts.ts',
  '!src/domain/machine/names.ts',
  '!src/projections/french/words.ts',
];

/** What all judging has in common. */
const judged = (mutate: readonly string[], report: string, options: object) =>
  new Stryker({
    mutate: [...mutate, ...TEXTS],
    ignorers: ['texts'],
    // The runner’s own are among them.
    warnings: { unknownOptions: false, preprocessorErrors: true, unserializableOptions: true, slow: true },
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    concurrency: 2,
    reporters: ['progress', 'html'],
    htmlReporter: { fileName: `reports/${report}.html` },
    // There is none: Stryker rewrites the one it finds, with a compiler that this project does not have.
    tsconfigFile: 'tests/mutation/no-tsconfig.json',
    ...options,
  }).runMutationTest();

/** Tests that judge every mutant, in the process that has loaded them. */
const QUICK: OneProcessOptions = {
  files: [
    'tests/{domain,projections}/**/*.test.ts',
    'tests/{sealed,encrypted,service,golden}/*.test.ts',
    'tests/stores/{contract/*,envelope}.test.ts',
  ],
  longestMs: 2000,
  budgetMs: 8000,
};

/** Judges mutants in one process: nearly all of them, and quickly. */
export const judgedInOneProcess = (mutate: readonly string[], report: string) =>
  judged(mutate, report, {
    testRunner: 'one-process',
    plugins: ['./tests/mutation/oneProcess/runner.ts', './tests/mutation/texts.ts'],
    oneProcess: QUICK,
    // The budget says how long it may take; what never ends is all that is left for these.
    timeoutFactor: 0.1,
    timeoutMS: 40_000,
  });

/** Judges mutants as vitest runs tests, which takes a hundred times as long. */
export const judgedByVitest = (mutate: readonly string[], report: string) =>
  judged(mutate, report, {
    testRunner: 'vitest',
    vitest: { configFile: 'tests/mutation/left.config.ts' },
    // Somebody works beside it.
    timeoutFactor: 3,
    timeoutMS: 20_000,
    plugins: ['@stryker-mutator/vitest-runner', './tests/mutation/texts.ts'],
  });
