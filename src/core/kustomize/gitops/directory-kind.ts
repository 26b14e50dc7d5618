import { KUSTOMIZATION_NAMES } from '../../model/kustomization-file.ts';
import { findNearest } from '../../text/near.ts';
import { baseNameOf, directoryOf, joinPath } from '../../text/path.ts';
import type { FileTree } from '../../model/file-tree.ts';

export function holdsKustomization(directory: string, tree: FileTree): boolean {
  return KUSTOMIZATION_NAMES.some(name => tree.kindOf(joinPath(directory, name)) === 'file');
}

export function holdsChart(directory: string, tree: FileTree): boolean {
  return tree.kindOf(joinPath(directory, 'Chart.yaml')) === 'file';
}

/** A path that was perhaps meant by one that leads nowhere: a neighbour of the first part that is missing, with the rest behind it. */
export function findNearPath(path: string, tree: FileTree): string | undefined {
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
