import { baseNameOf, directoryOf, joinPath } from '../../text/path.ts';
import { matchesSegments, matchesWildcard } from '../../text/wildcard.ts';
import { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { compareRepository } from './repository-url.ts';
import { cleanPath, type Repository } from './repository.ts';
import { rewrite } from './rewrite.ts';

/** Values for the placeholders of a template, by what stands between the braces. */
export type Parameters = ReadonlyMap<string, string>;

export const MOST_APPLICATIONS = 500;
const [MOST_ENTRIES, MOST_LEVELS] = [20_000, 64];

/** Fills `{{name}}`; what is not known stays as it is, and so does what is made by functions. */
export function fill(text: string, parameters: Parameters): string {
  return text.replaceAll(/\{\{([^{}]*)\}\}/g, (whole, inside: string) => parameters.get(inside.replace(/^-|-$/g, '').trim()) ?? whole);
}

/** Directories below the top that a pattern takes: `*` stands for a name, and for no slash. */
function expandDirectories(pattern: string, { top = '.', tree }: Repository): readonly string[] {
  let found = ['.'];
  let asked = 0;
  for (const segment of pattern.split('/').filter(part => part !== '' && part !== '.')) {
    const isPattern = /[*?]/.test(segment);
    const next: string[] = [];
    for (const directory of found) {
      const names = isPattern ? tree.namesIn(joinPath(top, directory)).filter(name => matchesWildcard(segment, name) && !name.startsWith('.')) : [segment];
      for (const name of [...names].sort()) {
        const path = joinPath(directory, name);
        if (asked++ < MOST_ENTRIES && tree.kindOf(joinPath(top, path)) === 'directory') next.push(path);
      }
    }
    found = next;
  }
  return found;
}

/** Files below the top that a pattern takes: as for `git ls-files`, `*` stands for slashes too. */
function expandFiles(pattern: string, { top = '.', tree }: Repository): readonly string[] {
  const wanted = cleanPath(pattern);
  const star = wanted.search(/[*?]/);
  if (star === -1) return tree.kindOf(joinPath(top, wanted)) === 'file' ? [wanted] : [];
  const found: string[] = [];
  let asked = 0;
  const walk = (directory: string, level: number): void => {
    for (const name of [...tree.namesIn(joinPath(top, directory))].sort()) {
      if (asked++ > MOST_ENTRIES || level > MOST_LEVELS) return;
      const path = joinPath(directory, name);
      const kind = tree.kindOf(joinPath(top, path));
      if (kind === 'directory' && name !== '.git') walk(path, level + 1);
      else if (kind === 'file' && matchesWildcard(wanted, path)) found.push(path);
    }
  };
  walk(directoryOf(wanted.slice(0, star + 1)), 0);
  return found;
}

function normalizeName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9-]/g, '-').toLowerCase();
}

/** A parameter by its names in both languages of templates. */
function both(name: string, value: string): [string, string][] {
  return [
    [name, value],
    [`.${name}`, value],
  ];
}

/** What `{{path}}` and its parts stand for. */
function parametersOfPath(path: string): [string, string][] {
  const name = baseNameOf(path);
  const names: [string, string][] = [
    ['path', path],
    ['.path.path', path],
    ...both('path.basename', name),
    ...both('path.basenameNormalized', normalizeName(name)),
  ];
  for (const [index, segment] of path.split('/').entries()) names.push([`path[${String(index)}]`, segment], [`index .path.segments ${String(index)}`, segment]);
  return names;
}

/** The values of a mapping, `a.b` for what is nested. */
function flatten(cursor: Cursor, above = '', level = 0): [string, string][] {
  return cursor.entries().flatMap(({ key, value }): [string, string][] => {
    const name = above === '' ? key : `${above}.${key}`;
    if (value.isMapping) return level < 8 ? flatten(value, name, level + 1) : [];
    const text = value.scalar().state === 'known' ? value.text : undefined;
    return text === undefined ? [] : both(name, text);
  });
}

/** Parameters of a file of JSON or YAML: one set, or one for each element of its list. */
function readParameters(path: string, { top = '.', source }: Repository): Parameters[] | undefined {
  const [document, ...more] = source?.(joinPath(top, path))?.documents ?? [];
  const root = document && Cursor.root(document);
  if (!document?.tree || !root || more.length > 0) return undefined;
  const own = [...parametersOfPath(directoryOf(path)), ...both('path.filename', baseNameOf(path)), ...both('path.filenameNormalized', normalizeName(baseNameOf(path)))];
  const sets = root.isList ? root.items() : [root];
  return sets.map(set => new Map([...flatten(set), ...own]));
}

/** Each of the paths that patterns take and none leaves out; undefined where a pattern is not known. */
function select(entries: readonly Cursor[], expandOne: (pattern: string) => readonly string[]): readonly string[] | undefined {
  const patterns = entries.map(item => ({ pattern: valueOf(item.get('path').string()), isExcluded: valueOf(item.get('exclude').boolean()) === true }));
  if (patterns.some(({ pattern }) => pattern === undefined)) return undefined;
  const taken = new Set(patterns.filter(({ isExcluded }) => !isExcluded).flatMap(({ pattern = '' }) => expandOne(pattern)));
  const excluded = patterns.filter(({ isExcluded }) => isExcluded).map(({ pattern = '' }) => pattern.split('/'));
  return [...taken].filter(path => !excluded.some(pattern => matchesSegments(pattern, path.split('/'))));
}

function expandGit(git: Cursor, repository: Repository): readonly Parameters[] | undefined {
  if (compareRepository(valueOf(git.get('repoURL').string()), repository.urls) === 'no' || git.get('pathParamPrefix').isPresent) return undefined;
  const [directories, files] = [git.get('directories').items(), git.get('files').items()];
  if (directories.length > 0) return select(directories, pattern => expandDirectories(pattern, repository))?.map(path => new Map(parametersOfPath(path)));
  const found = files.length > 0 ? select(files, pattern => expandFiles(pattern, repository)) : undefined;
  const sets = found?.map(path => readParameters(path, repository));
  return sets?.every(set => set !== undefined) === true ? sets.flat() : undefined;
}

/** With `values` of the generator, which may hold placeholders themselves. */
function withValues(sets: readonly Parameters[] | undefined, values: Cursor): readonly Parameters[] | undefined {
  const entries = values.entries();
  if (entries.length === 0) return sets;
  return sets?.map(set => new Map([...set, ...entries.flatMap(({ key, value }) => both(`values.${key}`, fill(value.text ?? '', set)))]));
}

/** Every set of one generator with every one of another, which may be told by the first. */
function expandMatrix(matrix: Cursor, repository: Repository, level: number): readonly Parameters[] | undefined {
  const [first, second, ...more] = matrix.get('generators').items();
  const outer = first && second && more.length === 0 ? expandGenerator(first, repository, level + 1) : undefined;
  if (!second || !outer || outer.length > MOST_APPLICATIONS) return undefined;
  const isTold = second.source.includes('{{');
  const alone = isTold ? undefined : expandGenerator(second, repository, level + 1);
  const combined: Parameters[] = [];
  for (const set of outer) {
    const inner = isTold ? expandGenerator(fillCursor(second, set), repository, level + 1) : alone;
    if (!inner || combined.length + inner.length > MOST_APPLICATIONS) return undefined;
    combined.push(...inner.map((other): Parameters => new Map([...set, ...other])));
  }
  return combined;
}

function fillCursor(cursor: Cursor, parameters: Parameters): Cursor {
  const document = rewrite(cursor, { edit: ({ text }) => ({ source: JSON.stringify(fill(text, parameters)), changes: [] }) });
  return (document && Cursor.root(document)) ?? cursor;
}

/** The sets of the first generator, overridden by those of the others that have equal values of the keys. */
function expandMerge(merge: Cursor, repository: Repository, level: number): readonly Parameters[] | undefined {
  const keys = merge
    .get('mergeKeys')
    .items()
    .map(item => valueOf(item.as<string>().string()) ?? '');
  const [base, ...others] = merge
    .get('generators')
    .items()
    .map(generator => expandGenerator(generator, repository, level + 1));
  if (!base || keys.length === 0 || keys.includes('') || others.some(other => other === undefined)) return undefined;
  const keyOf = (set: Parameters): string => JSON.stringify(keys.map(key => set.get(key) ?? null));
  const overrides = new Map<string, Parameters>();
  for (const set of others.flatMap(other => other ?? [])) overrides.set(keyOf(set), new Map([...(overrides.get(keyOf(set)) ?? []), ...set]));
  return base.map(set => new Map([...set, ...(overrides.get(keyOf(set)) ?? [])]));
}

/** The sets that `selector` takes; undefined where that cannot be told. */
function filter(sets: readonly Parameters[] | undefined, selector: Cursor): readonly Parameters[] | undefined {
  if (selector.isAbsent) return sets;
  const labels = selector.get('matchLabels').entries();
  if (selector.get('matchExpressions').isPresent || labels.length === 0) return undefined;
  return sets?.filter(set => labels.every(({ key, value }) => set.get(key) === value.text));
}

/** What a generator gives; undefined where that is not among the files: clusters and pull requests are told by a server. */
export function expandGenerator(generator: Cursor, repository: Repository, level = 0): readonly Parameters[] | undefined {
  if (level > 3 || generator.get('template').isPresent) return undefined;
  return filter(expandOne(generator, repository, level), generator.get('selector'));
}

function expandOne(generator: Cursor, repository: Repository, level: number): readonly Parameters[] | undefined {
  const list = generator.get('list').get('elements');
  if (list.isList) return list.items().map(item => new Map(flatten(item)));
  const git = generator.get('git');
  if (git.isMapping) return withValues(expandGit(git, repository), git.get('values'));
  if (generator.get('merge').isMapping) return expandMerge(generator.get('merge'), repository, level);
  return expandMatrix(generator.get('matrix'), repository, level);
}
