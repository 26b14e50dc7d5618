import { describe, expect, test } from 'vitest';
import { caseLine } from '../src/dev/cases.ts';
import { casesOf, faultsOfCase, faultsOfCoverage, faultsOfPage } from './harness/contract.ts';
import { ruleFolders } from './harness/rules.ts';

const rules = ruleFolders.map(({ rule }) => rule);

// What every rule folder has to show; the faults themselves are worked out in harness/contract.ts.
for (const folder of ruleFolders) {
  describe(folder.id, () => {
    test('the page has its form', () => {
      expect(faultsOfPage(folder)).toEqual([]);
    });

    for (const example of casesOf(folder)) {
      test(`${example.verdict} ${caseLine(example)}`, () => {
        expect(faultsOfCase(folder, example, rules)).toEqual([]);
      });
    }

    test('the cases show every variant, question and option', () => {
      expect(faultsOfCoverage(folder, rules)).toEqual([]);
    });
  });
}

test('there are rules', () => {
  expect(ruleFolders.length).toBeGreaterThan(1);
});
