import { defineConfig } from 'vitest/config';

/** Tests that hand what svclint writes to the programs that read it. `.ci/consumers` installs those. */
export default defineConfig({
  test: {
    include: ['test/consumers/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
