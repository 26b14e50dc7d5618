import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';

const sharedRoot = process.env['SVCLINT_SHARED'] ?? path.join(import.meta.dirname, '../../../shared');

function skippedCases(modules: readonly TestModule[]): TestCase[] {
  return modules.flatMap(module => [...module.children.allTests('skipped')]);
}

/** Where the reference data is present nothing may be skipped: a skip is a failure of the run. */
export default class SkipReporter implements Reporter {
  #filtered = false;

  onInit(vitest: Vitest): void {
    // With -t the tests that were not asked for count as skipped.
    this.#filtered = vitest.config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = skippedCases(modules);
    if (skipped.length === 0 || this.#filtered) return;
    if (!existsSync(sharedRoot)) {
      for (const test of skipped) process.stdout.write(`${test.module.relativeModuleId} > ${test.fullName}\n`);
      return;
    }
    for (const test of skipped) process.stderr.write(`skipped although ${sharedRoot} exists: ${test.module.relativeModuleId} > ${test.fullName}\n`);
    process.exitCode = 1;
  }
}
