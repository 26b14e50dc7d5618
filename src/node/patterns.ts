import { globby } from 'globby';
import { DISK, findKind, type Files } from './files.ts';
import { absolutePathOf, isManifestName, patternOf } from './paths.ts';
import { Walk, type FoundFile, type WalkOptions } from './walk.ts';

/** The directory that every match of a pattern lies in: its part before the first special character. */
function fixedPart(pattern: string, { place, files }: WalkOptions): string {
  const special = pattern.search(/[*?[{!@+(]/);
  const fixed = pattern.slice(0, special === -1 ? pattern.length : special);
  const directory = absolutePathOf(fixed.slice(0, fixed.lastIndexOf('/') + 1) || '.', place);
  return findKind(directory, files)?.isDirectory() === true ? directory : place.cwd;
}

type Answer = (error: unknown, found?: unknown) => void;

function answer(ask: () => unknown, tell: Answer): void {
  let found: unknown;
  try {
    found = ask();
  } catch (error) {
    tell(error);
    return;
  }
  tell(null, found);
}

/** A tree of git as the search asks for it. */
function adapt({ stat, lstat, list }: Files): object {
  return {
    stat: (file: string, tell: Answer) => void answer(() => stat(file), tell),
    // What is not there is thrown here too.
    lstat: (file: string, tell: Answer) => void answer(() => lstat(file) ?? stat(file), tell),
    readdir: (directory: string, _options: object, tell: Answer) => void answer(() => list(directory), tell),
  };
}

/** The search of which only some functions of the file system are asked. */
const search: (pattern: string, options: object) => Promise<string[]> = globby;

/** Manifests that a pattern matches, less those that ignore files hide. */
export async function findByPattern(written: string, options: WalkOptions): Promise<readonly FoundFile[]> {
  const { place, files } = options;
  const pattern = patternOf(written, place);
  const matches = await search(pattern, {
    cwd: place.cwd,
    absolute: true,
    onlyFiles: true,
    followSymbolicLinks: false,
    ...(files === DISK ? {} : { fs: adapt(files) }),
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
  const walk = new Walk(fixedPart(pattern, options), options);
  return matches
    .map(match => place.path.normalize(match))
    .filter(file => isManifestName(place.path.basename(file)) && !walk.hides(file))
    .toSorted()
    .map(file => ({ path: file, isRegular: false }));
}
