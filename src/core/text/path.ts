/** Paths of the core always use `/`; the host translates. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '.' : slash === 0 ? '/' : path.slice(0, slash);
}

export function baseNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `a/b` and `../c` give `a/c`. Climbs above the start stay as leading `..`. */
export function joinPath(directory: string, relative: string): string {
  if (relative.startsWith('/')) return normalizePath(relative);
  return normalizePath(`${directory}/${relative}`);
}

export function normalizePath(path: string): string {
  const root = path.startsWith('/') ? '/' : '';
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || root === '') parts.push(part);
  }
  return root + parts.join('/') || '.';
}

function partsOf(directory: string): string[] {
  return directory === '.' ? [] : directory.split('/');
}

/** The deepest directory that holds both; `.` for the working directory. */
export function commonDirectory(a: string, b: string): string {
  const [left, right] = [partsOf(a), partsOf(b)];
  let shared = 0;
  while (shared < left.length && shared < right.length && left[shared] === right[shared]) shared++;
  return left.slice(0, shared).join('/') || '.';
}

/** Whether `path` is `directory` or lies below it. */
export function isWithin(path: string, directory: string): boolean {
  return directory === '.' ? !path.startsWith('..') && !path.startsWith('/') : path === directory || path.startsWith(`${directory}/`);
}

/** The child of `directory` on the way to `path`; undefined for what lies directly in it. */
export function childToward(path: string, directory: string): string | undefined {
  const rest = directory === '.' ? path : path.slice(directory.length + 1);
  const slash = rest.indexOf('/');
  if (slash === -1) return undefined;
  return directory === '.' ? rest.slice(0, slash) : `${directory}/${rest.slice(0, slash)}`;
}

/** The directories that hold a file, the nearest first, `.` last for paths below the working directory. */
export function directoriesAbove(path: string): readonly string[] {
  const found: string[] = [];
  for (let at = directoryOf(path); ; at = directoryOf(at)) {
    found.push(at);
    if (directoryOf(at) === at || at === '..') return found;
  }
}
