import { KUSTOMIZATION_NAMES } from '../../model/kustomization-file.ts';
import { findNearest } from '../../text/near.ts';
import { baseNameOf, directoryOf, joinPath } from '../../text/path.ts';
import type { FileTree } from '../../model/file-tree.ts';
import type { Located } from './repository.ts';

export function holdsKustomization(directory: string, tree: FileTree): boolean {
  return KUSTOMIZATION_NAMES.some(name => tree.kindOf(joinPath(directory, name)) === 'file');
}

export function holdsChart(directory: string, tree: FileTree): boolean {
  return tree.kindOf(joinPath(directory, 'Chart.yaml')) === 'file';
}

/** A path that was perhaps meant by one that leads nowhere, as it would be written: told from the top of the repository. */
export function findNearPath(written: string, { path, clean }: Pick<Located, 'path' | 'clean'>, tree: FileTree): string | undefined {
  const near = findNeighbour(path, tree);
  const prefix = /^(?:\.?\/)?/.exec(written)?.[0] ?? '';
  return near && prefix + near.slice(path.length - clean.length);
}

/** A neighbour of the first part that is missing, with the rest behind it. */
function findNeighbour(path: string, tree: FileTree): string | undefined {
  const rest: string[] = [];
  for (let at = path; directoryOf(at) !== at; at = directoryOf(at)) {
    const above = directoryOf(at);
    if (tree.kindOf(above) === 'directory') {
      const near = findNearest(baseNameOf(at), tree.namesIn(above), name => name);
      const found = near === undefined ? undefined : joinPath(above, [near, ...rest].join('/'));
      return found !== undefined && tree.kindOf(found) === 'directory' ? found : undefined;
    }
    rest.unshift(baseNameOf(at));
  }
  return undefined;
}
