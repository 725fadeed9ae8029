import { defineConfig } from 'vitest/config';

/** The examples, and the properties of other folders: what judges the mutants that a folder's own properties leave. */
export default defineConfig({
  test: {
    include: [
      'tests/{domain,projections}/*.test.ts',
      'tests/projections/findings/*.test.ts',
      'tests/stores/contract/*.test.ts',
      'tests/stores/envelope.test.ts',
      'tests/golden/*.test.ts',
      'tests/sealed/{chain,head,legality,merkle}.test.ts',
      'tests/encrypted/{boxes,keyTables}.test.ts',
      'tests/service/retention.test.ts',
    ],
    testTimeout: 60_000,
    env: { EMARGEMENT_RUNS: '20' },
  },
});
