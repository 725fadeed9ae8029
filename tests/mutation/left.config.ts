import { defineConfig } from 'vitest/config';

/** What judges the mutants that were left: above all the tests that only vitest can run. */
export default defineConfig({
  test: {
    include: [
      'tests/{domain,projections}/*.test.ts',
      'tests/projections/{findings,readModels}/*.test.ts',
      'tests/stores/contract/*.test.ts',
      'tests/stores/envelope.test.ts',
      'tests/golden/*.test.ts',
      'tests/sealed/{chain,head,legality,merkle}.test.ts',
      'tests/encrypted/{boxes,keyTables}.test.ts',
      'tests/service/retention.test.ts',
    ],
    testTimeout: 60_000,
    isolate: false,
    env: { EMARGEMENT_RUNS: '20' },
  },
});
