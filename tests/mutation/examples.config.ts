import { defineConfig } from 'vitest/config';

/** The examples, and the properties on values: what judges the mutants that no property over histories finds. */
export default defineConfig({
  test: {
    include: [
      'tests/{domain,projections}/*.test.ts',
      'tests/stores/contract/{json,reading,append}.test.ts',
      'tests/stores/envelope.test.ts',
      'tests/golden/*.test.ts',
      'tests/sealed/{chain,head,legality,merkle}.test.ts',
      'tests/encrypted/boxes.test.ts',
    ],
    testTimeout: 60_000,
    env: { EMARGEMENT_RUNS: '20' },
  },
});
