import { defineConfig } from 'vitest/config';

const { EMARGEMENT_MUTATED = '{domain,projections}' } = process.env;

/** The properties over generated histories: they judge every mutant first, those of its own folder. */
export default defineConfig({
  test: {
    include: [`tests/${EMARGEMENT_MUTATED}/properties/*.test.ts`],
    testTimeout: 60_000,
    isolate: false,
    env: { EMARGEMENT_RUNS: '30' },
  },
});
