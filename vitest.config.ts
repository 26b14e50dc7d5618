import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/tools/**', 'test/consumers/**', 'test/fixtures/**', '**/node_modules/**'],
    reporters: ['default', './test/harness/skip-reporter.ts'],
    // Two workers: the reference machine has two cores.
    maxWorkers: 2,
    testTimeout: 60_000,
    // Suites that run the product build it first, which takes long where much else runs.
    hookTimeout: 60_000,
  },
});
