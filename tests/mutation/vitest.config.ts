import { defineConfig } from 'vitest/config';

/**
 * The tests that judge mutants of the rulebook: its examples, and the contract of the stores for the port's part of it.
 * The properties are left out: a score without them is no better than the whole suite's, and comes in minutes.
 */
export default defineConfig({
  test: {
    include: [
      'tests/domain/*.test.ts',
      'tests/stores/contract/{json,reading,append}.test.ts',
      'tests/stores/envelope.test.ts',
    ],
    testTimeout: 60_000,
  },
});
