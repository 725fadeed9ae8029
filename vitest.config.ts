import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // What never ends is found out; how long anything takes says something of the machine only.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // How long a busy machine may take to show what is waited for says nothing of what is shown.
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/{domain,projections,service}/**/*.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      thresholds: {
        'src/domain/**': { branches: 100 },
        'src/projections/**': { branches: 100 },
      },
    },
  },
});
