import { existsSync, realpathSync } from 'node:fs';
import nodePath, { type PlatformPath } from 'node:path';
import { isInside, type Place } from './paths.ts';

/** The top of the repository that holds a path. In worktrees and submodules `.git` is a file. */
function findTop(start: string, { path }: Pick<Place, 'path'>): string | undefined {
  for (let at = start; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

function commonFolder(paths: readonly string[], place: Pick<Place, 'path'>): string {
  const [first = '', ...rest] = paths;
  let folder = first;
  while (!rest.every(each => isInside(each, folder, place)) && place.path.dirname(folder) !== folder) folder = place.path.dirname(folder);
  return folder;
}

/** Where paths are told from: the repository of the working directory if something of it is linted, else the one that holds all that is. */
function topOf(inputs: readonly string[], place: Place): string {
  const { cwd, path } = place;
  const own = findTop(cwd, place);
  const given = inputs.length === 0 ? [cwd] : inputs.map(input => path.resolve(cwd, input));
  if (own !== undefined && given.some(input => isInside(input, own, place))) return own;
  return findTop(commonFolder(given, place), place) ?? own ?? cwd;
}

function resolveLinks(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/**
 * A function that gives the path of a file from the top of the git repository, for paths as reports have them and for what was asked to be linted.
 * A link is told as the file that it leads to, which is the one that is shown beside the code, unless it leaves the repository.
 */
export function pathsInRepository(inputs: readonly string[], cwd: string, path: PlatformPath = nodePath): (path: string) => string {
  const place = { cwd, path };
  // Few runs ask.
  let found: { readonly top: string; readonly realTop: string } | undefined;
  const find = (): NonNullable<typeof found> => {
    const top = topOf(inputs, place);
    return { top, realTop: resolveLinks(top) };
  };
  const known = new Map<string, string>();
  return reported => {
    let inRepository = known.get(reported);
    if (inRepository !== undefined) return inRepository;
    const { top, realTop } = (found ??= find());
    const absolute = path.resolve(cwd, reported);
    const real = resolveLinks(absolute);
    const relative = isInside(real, realTop, place) ? path.relative(realTop, real) : path.relative(top, absolute);
    inRepository = (relative === '' ? '.' : relative).split(path.sep).join('/');
    known.set(reported, inRepository);
    return inRepository;
  };
}
