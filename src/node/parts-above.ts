import type { InputFile } from '../core/engine/input.ts';
import type { Notice } from '../core/engine/report.ts';
import { KUSTOMIZATION_NAMES, readKustomizationFile } from '../core/model/kustomization-file.ts';
import { directoryOf } from '../core/text/path.ts';
import { parseSource } from '../core/yaml/parse-source.ts';
import { absolutePathOf, isInside, reportPathOf } from './paths.ts';
import type { WalkOptions } from './walk.ts';

/** How a kustomization that the run was not asked to read uses a file: neither a patch nor data is a manifest. */
interface PartAbove {
  readonly as: 'a patch' | 'data';
  /** The file of the kustomization, as reports call it. */
  readonly of: string;
}

/** Directories from one that holds what is named up to the top of its repository, or to the working directory. */
function directoriesFrom(first: string, { place, files }: WalkOptions): readonly string[] {
  const { path } = place;
  const top = files.findTop(first, path) ?? place.cwd;
  const directories = [first];
  for (let directory = first; directory !== top && isInside(directory, top, place);) {
    directory = path.dirname(directory);
    directories.push(directory);
  }
  return directories;
}

/**
 * Files that kustomizations above the named paths (absolute) change objects with or take data from, by their path in reports.
 * Somebody who names a patch alone, as a hook names each changed file, has named no manifest.
 */
function findPartsAbove(named: readonly string[], options: WalkOptions): ReadonlyMap<string, PartAbove> {
  const { place, files } = options;
  const holders = new Set(named.map(path => place.path.dirname(path)));
  const directories = new Set([...holders].flatMap(holder => directoriesFrom(holder, options)));
  const found = new Map<string, PartAbove>();
  for (const directory of directories) {
    for (const name of KUSTOMIZATION_NAMES) {
      const absolute = place.path.join(directory, name);
      if (files.lstat(absolute)?.isFile() !== true) continue;
      const decoded = files.readText(absolute, true);
      const of = reportPathOf(absolute, place);
      const kustomization = 'text' in decoded ? readKustomizationFile(parseSource(of, decoded.text)) : undefined;
      if (!kustomization) continue;
      const shown = ({ path }: { readonly path: string }): string => reportPathOf(absolutePathOf(path, place), place);
      for (const path of kustomization.patches.map(shown)) found.set(path, { as: 'a patch', of });
      for (const path of kustomization.data.map(shown)) found.set(path, { as: 'data', of });
      for (const path of kustomization.resources.map(shown)) found.delete(path);
    }
  }
  return found;
}

/** The files without parts of kustomizations that nobody named; each of these is told. */
export function withoutParts(read: readonly InputFile[], named: readonly string[], options: WalkOptions, notices: Notice[]): readonly InputFile[] {
  const parts = findPartsAbove(named, options);
  const paths = new Set(read.map(({ path }) => path));
  return read.filter(({ path }) => {
    const part = parts.get(path);
    if (!part || paths.has(part.of)) return true;
    notices.push({ path, text: `${path} is ${part.as} of ${part.of} and no manifest: lint ${directoryOf(part.of)} instead` });
    return false;
  });
}
