import { statSync } from 'node:fs';
import { globby } from 'globby';
import { absolutePathOf, isManifestName, patternOf, type Place } from './paths.ts';
import { Walk, type FoundFile, type WalkOptions } from './walk.ts';

/** The directory that every match of a pattern lies in: its part before the first special character. */
function fixedPart(pattern: string, place: Place): string {
  const special = pattern.search(/[*?[{!@+(]/);
  const fixed = pattern.slice(0, special === -1 ? pattern.length : special);
  const directory = absolutePathOf(fixed.slice(0, fixed.lastIndexOf('/') + 1) || '.', place);
  return statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true ? directory : place.cwd;
}

/** Manifests that a pattern matches, less those that ignore files hide. */
export async function findByPattern(written: string, options: WalkOptions): Promise<readonly FoundFile[]> {
  const { place } = options;
  const pattern = patternOf(written, place);
  const matches = await globby(pattern, {
    cwd: place.cwd,
    absolute: true,
    onlyFiles: true,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
  const walk = new Walk(fixedPart(pattern, place), options);
  return matches
    .map(match => place.path.normalize(match))
    .filter(file => isManifestName(place.path.basename(file)) && !walk.hides(file))
    .toSorted()
    .map(file => ({ path: file, isRegular: false }));
}
