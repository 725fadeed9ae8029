import { defineConfig } from 'vitest/config';

/** The properties over generated histories: they judge every mutant first. */
export default defineConfig({
  test: {
    include: ['tests/{domain,projections}/properties/*.test.ts'],
    testTimeout: 60_000,
    isolate: false,
    env: { EMARGEMENT_RUNS: '60' },
  },
});
