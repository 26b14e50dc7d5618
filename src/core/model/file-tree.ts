import { directoryOf } from '../text/path.ts';

/** What stands at a path: `unknown` where nobody can tell, because its surroundings are not at hand or a build step makes it. */
export type PathKind = 'file' | 'directory' | 'absent' | 'unknown';

/** Questions about files that were not handed in. The host answers; paths are as in reports. */
export interface FileTree {
  readonly kindOf: (path: string) => PathKind;
  /** Names in a directory, for guesses at what was meant. */
  readonly namesIn: (directory: string) => readonly string[];
}

/** For texts without a place on disk. */
export const UNKNOWN_TREE: FileTree = { kindOf: () => 'unknown', namesIn: () => [] };

/** A tree of which every file is given. */
export function treeOf(paths: readonly string[]): FileTree {
  const names = new Map<string, Set<string>>();
  for (let [pending, at] = [[...paths], 0]; at < pending.length; at++) {
    const path = pending[at] ?? '.';
    const directory = directoryOf(path);
    const found = names.get(directory) ?? new Set<string>();
    if (found.size === 0 && directory !== path) pending.push(directory);
    names.set(directory, found.add(path.slice(path.lastIndexOf('/') + 1)));
  }
  const files = new Set(paths);
  return {
    kindOf: path => (files.has(path) ? 'file' : names.has(path) ? 'directory' : 'absent'),
    namesIn: directory => [...(names.get(directory) ?? [])],
  };
}
