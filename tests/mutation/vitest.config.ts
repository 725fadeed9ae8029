import { defineConfig } from 'vitest/config';

/** The tests that judge mutants of the rulebook: those of the rulebook itself. */
export default defineConfig({ test: { include: ['tests/domain/**/*.test.ts'], testTimeout: 60_000 } });
