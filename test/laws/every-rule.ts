import { describe, expect, test } from 'vitest';
import { breachesOf, type Law } from '../harness/laws.ts';
import { ruleFolders } from '../harness/rules.ts';

/** Tests a law over the cases of every rule. Each law has a file of its own: they take long, and workers share files. */
export function holdsForEveryRule(name: string, law: Law): void {
  const all = ruleFolders.map(({ rule }) => rule);
  describe(name, () => {
    test.each(ruleFolders.map(folder => [folder.id, folder] as const))('%s', (_id, folder) => {
      expect(breachesOf(law, folder, all)).toEqual([]);
    });
  });
}
