/** A file of a tree of git. */
export interface TreeEntry {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  /** `100644`, `120000` for a link, `160000` for a submodule. */
  readonly mode: string;
  /** Name of its content. */
  readonly oid: string;
  /** True where a merge left several versions of it. */
  readonly isConflict?: boolean;
}

/** A path whose content differs between a commit and the index. */
export interface ChangedEntry {
  readonly path: string;
  /** What stood there before; undefined where nothing did. */
  readonly before: TreeEntry | undefined;
  /** `A`, `D`, `M`, `T`, or `U` where a merge is not finished. */
  readonly status: string;
}

const STAGED = /^(\d+) ([0-9a-f]+) (\d)\t(.*)$/s;
const LISTED = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s;
const CHANGED = /^:(\d+) \d+ ([0-9a-f]+) [0-9a-f]+ ([A-Z])/;

/** Reads `ls-files -s -z`. A path with several versions is one entry. */
export function readStaged(lines: readonly string[]): readonly TreeEntry[] {
  const entries = new Map<string, TreeEntry>();
  for (const line of lines) {
    const [, mode = '', oid = '', stage = '', path = ''] = STAGED.exec(line) ?? [];
    if (path !== '') entries.set(path, stage === '0' ? { path, mode, oid } : { path, mode, oid, isConflict: true });
  }
  return [...entries.values()];
}

/** Reads `ls-tree -r -z`. */
export function readListed(lines: readonly string[]): readonly TreeEntry[] {
  return lines.flatMap(line => {
    const [, mode = '', oid = '', path = ''] = LISTED.exec(line) ?? [];
    return path === '' ? [] : [{ path, mode, oid }];
  });
}

/** Reads `diff-index --raw -z`: a description and a path by turns. */
export function readChanged(words: readonly string[]): readonly ChangedEntry[] {
  const changed: ChangedEntry[] = [];
  for (let at = 0; at + 1 < words.length; at += 2) {
    const path = words[at + 1] ?? '';
    const [, mode = '', oid = '', status = ''] = CHANGED.exec(words[at] ?? '') ?? [];
    changed.push({ path, status, before: /^0*$/.test(oid) ? undefined : { path, mode, oid } });
  }
  return changed;
}

/** The tree that a commit had, by the tree that is there now and what has changed. */
export function undoChanges(entries: readonly TreeEntry[], changed: readonly ChangedEntry[]): readonly TreeEntry[] {
  const touched = new Set(changed.map(({ path }) => path));
  return [...entries.filter(({ path }) => !touched.has(path)), ...changed.flatMap(({ before }) => before ?? [])];
}
