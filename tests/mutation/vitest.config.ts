import { defineConfig } from 'vitest/config';

/** The tests that judge mutants of the rulebook: its own, and the contract of the stores for the port's part of it. */
export default defineConfig({
  test: {
    include: ['tests/domain/**/*.test.ts', 'tests/stores/contract/**/*.test.ts', 'tests/stores/envelope.test.ts'],
    testTimeout: 60_000,
  },
});
