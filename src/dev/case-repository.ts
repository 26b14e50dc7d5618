import type { BuildFiles } from '../core/kustomize/files.ts';
import { treeOf } from '../core/model/file-tree.ts';

/** Where the examples of pages stand, for objects of GitOps tools that name a repository. */
export const CASE_REPOSITORY = 'https://github.com/team/shop';

/** The files of an example as all that a repository holds, from its top on. */
export function caseRepository(paths: readonly string[]): BuildFiles {
  const tree = treeOf(paths);
  return {
    ...tree,
    real: path => (tree.kindOf(path) === 'absent' ? undefined : path),
    source: () => undefined,
    bytes: () => undefined,
    top: '.',
    repository: { urls: [CASE_REPOSITORY], branch: 'main' },
  };
}
