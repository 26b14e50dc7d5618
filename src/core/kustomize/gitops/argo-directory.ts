import type { ApplicationDirectory } from '../../model/gitops/argo.ts';
import type { FileTree } from '../../model/file-tree.ts';
import { joinPath } from '../../text/path.ts';
import { matchesWildcard } from '../../text/wildcard.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';

const [MOST_FILES, MOST_LEVELS, MOST_ALTERNATIVES] = [20_000, 64, 64];

/** `{a,b}` of a pattern written out. */
export function expandBraces(pattern: string): readonly string[] {
  let pending = [pattern];
  const done: string[] = [];
  while (pending.length > 0 && pending.length + done.length <= MOST_ALTERNATIVES) {
    const [next = '', ...rest] = pending;
    const [, before = '', inner, after = ''] = /^([^{}]*)\{([^{}]*)\}(.*)$/s.exec(next) ?? [];
    pending = rest;
    if (inner === undefined) done.push(next);
    else pending.push(...inner.split(',').map(each => before + each.trim() + after));
  }
  return done;
}

/** Whether a path is among the alternatives of a pattern, in which `*` stands for slashes too; undefined for a pattern that is not read. */
function matchesGlob(pattern: string, path: string): boolean | undefined {
  if (/[[\]\\]/.test(pattern)) return undefined;
  return expandBraces(pattern).some(each => matchesWildcard(each, path));
}

/** The manifests that Argo CD takes from a directory (F-6), as report paths in their order. */
export function listManifests(directory: string, options: Cursor<ApplicationDirectory>, tree: FileTree): readonly string[] {
  const recurse = valueOf(options.get('recurse').boolean()) === true;
  const [include, exclude] = [valueOf(options.get('include').string()) ?? '', valueOf(options.get('exclude').string()) ?? ''];
  const isTaken = (path: string): boolean =>
    (include === '' || matchesGlob(include, path) !== false) && (exclude === '' || matchesGlob(exclude, path) !== true);
  const found: string[] = [];
  let asked = 0;
  const walk = (inside: string, level: number): void => {
    for (const name of [...tree.namesIn(joinPath(directory, inside))].sort((a, b) => (a < b ? -1 : 1))) {
      if (asked++ > MOST_FILES || level > MOST_LEVELS) return;
      const path = joinPath(inside, name);
      const kind = tree.kindOf(joinPath(directory, path));
      if (kind === 'directory' && recurse && name !== '.git') walk(path, level + 1);
      else if (kind === 'file' && /\.(?:ya?ml|json)$/.test(name) && isTaken(path)) found.push(joinPath(directory, path));
    }
  };
  walk('.', 0);
  return found;
}
