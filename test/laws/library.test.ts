import { describe, expect, test } from 'vitest';
import { isActive } from '../../src/core/engine/settings.ts';
import { caseRepository } from '../../src/dev/case-repository.ts';
import { lintWith, prepareCase, renderOutput } from '../../src/dev/lint-case.ts';
import { lint } from '../../src/index.ts';
import { casesOf } from '../harness/contract.ts';
import { ruleFolders } from '../harness/rules.ts';

const all = ruleFolders.map(({ rule }) => rule);

describe('the library, which loads what a run needs, says the same as all rules at once', () => {
  // Configurations are no input of a lint: the host reads them before it, and a wrong one ends the run.
  const linted = ruleFolders.filter(({ rule }) => rule.subject !== 'configuration');
  test.each(linted.map(folder => [folder.id, folder] as const))('%s', async (_id, folder) => {
    for (const example of casesOf(folder)) {
      const { files, settings, faulty } = prepareCase(folder.rule, example, all);
      if (faulty) continue;
      const active = all.filter(rule => isActive(rule, settings));
      const beside = caseRepository(files.map(({ path }) => path));
      expect(renderOutput(await lint({ files, settings, tree: beside, beside }))).toBe(renderOutput(lintWith(active, files, settings, all)));
    }
  });
});
