import { applicationSetSpecOf } from '../../model/gitops/argo.ts';
import { labelOf, readResource, type Resource } from '../../model/resource.ts';
import { baseNameOf, joinPath } from '../../text/path.ts';
import { matchesSegments, matchesWildcard } from '../../text/wildcard.ts';
import { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Place } from '../../yaml/place.ts';
import type { Untyped } from '../../yaml/untyped.ts';
import { compareRepository } from './repository-url.ts';
import type { Repository } from './repository.ts';
import { rewrite, writtenPlaceOf, type AddedEntry } from './rewrite.ts';

/** Values for the placeholders of a template, by what stands between the braces. */
type Parameters = ReadonlyMap<string, string>;

const [MOST_APPLICATIONS, MOST_DIRECTORIES] = [500, 20_000];

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
        if (asked++ < MOST_DIRECTORIES && tree.kindOf(joinPath(top, path)) === 'directory') next.push(path);
      }
    }
    found = next;
  }
  return found;
}

/** What `{{path}}` and its parts stand for, in both languages of templates. */
function parametersOfPath(path: string): Parameters {
  const normalized = baseNameOf(path)
    .replaceAll(/[^A-Za-z0-9-]/g, '-')
    .toLowerCase();
  const names: [string, string][] = [
    ['path', path],
    ['.path.path', path],
    ...(['path.basename', '.path.basename'] as const).map((name): [string, string] => [name, baseNameOf(path)]),
    ...(['path.basenameNormalized', '.path.basenameNormalized'] as const).map((name): [string, string] => [name, normalized]),
  ];
  for (const [index, segment] of path.split('/').entries()) names.push([`path[${String(index)}]`, segment], [`index .path.segments ${String(index)}`, segment]);
  return new Map(names);
}

/** The elements of a list generator, `a.b` for what is nested. */
function flatten(cursor: Cursor, above = '', level = 0): [string, string][] {
  return cursor.entries().flatMap(({ key, value }): [string, string][] => {
    const name = above === '' ? key : `${above}.${key}`;
    if (value.isMapping) return level < 8 ? flatten(value, name, level + 1) : [];
    const text = value.scalar().state === 'known' ? value.text : undefined;
    return text === undefined
      ? []
      : [
          [name, text],
          [`.${name}`, text],
        ];
  });
}

function expandGit(git: Cursor, repository: Repository): Parameters[] | undefined {
  const directories = git.get('directories').items();
  if (directories.length === 0 || compareRepository(valueOf(git.get('repoURL').string()), repository.urls) === 'no') return undefined;
  const patterns = directories.map(item => ({ pattern: valueOf(item.get('path').string()), isExcluded: valueOf(item.get('exclude').boolean()) === true }));
  if (patterns.some(({ pattern }) => pattern === undefined)) return undefined;
  const taken = new Set(patterns.filter(({ isExcluded }) => !isExcluded).flatMap(({ pattern = '' }) => expandDirectories(pattern, repository)));
  const excluded = patterns.filter(({ isExcluded }) => isExcluded).map(({ pattern = '' }) => pattern.split('/'));
  return [...taken].filter(path => !excluded.some(pattern => matchesSegments(pattern, path.split('/')))).map(parametersOfPath);
}

/** What a generator gives; undefined where that is not among the files. */
function expand(generator: Cursor, repository: Repository): Parameters[] | undefined {
  const list = generator.get('list').get('elements');
  if (list.isList) return list.items().map(item => new Map(flatten(item)));
  if (generator.get('git').isMapping) return expandGit(generator.get('git'), repository);
  const [first, second, ...more] = generator.get('matrix').get('generators').items();
  if (!first || !second || more.length > 0 || first.get('matrix').isPresent || second.get('matrix').isPresent) return undefined;
  const [outer, inner] = [expand(first, repository), expand(second, repository)];
  return outer && inner && outer.length * inner.length <= MOST_APPLICATIONS
    ? outer.flatMap(a => inner.map((b): Parameters => new Map([...a, ...b])))
    : undefined;
}

function fill(text: string, parameters: Parameters): string {
  return text.replaceAll(/\{\{([^{}]*)\}\}/g, (whole, inside: string) => parameters.get(inside.replace(/^-|-$/g, '').trim()) ?? whole);
}

function applicationOf(set: Resource, parameters: Parameters | undefined): Resource | undefined {
  const template = applicationSetSpecOf(set).get('template');
  const note = (at: Place): { at: Place; note: string } => ({ at: writtenPlaceOf(at), note: `the template of ${labelOf(set)} is filled here` });
  const head = (key: 'apiVersion' | 'kind', value: string): AddedEntry => ({ key, value, ...note(set.body.get('kind').at) });
  const document = rewrite(template.as<Untyped>(), {
    added: new Map([[template.path, [head('apiVersion', 'argoproj.io/v1alpha1'), head('kind', 'Application')]]]),
    edit: ({ text, at }) => {
      if (!parameters || !text.includes('{{')) return undefined;
      const filled = fill(text, parameters);
      return filled === text ? undefined : { source: JSON.stringify(filled), changes: [note(at)] };
    },
  });
  const body = document && Cursor.root(document);
  return body && readResource(body);
}

/** The Applications that an ApplicationSet makes (F-7), as far as what fills it is among the files; one with its placeholders for all others. */
export function expandApplicationSet(set: Resource, repository: Repository): readonly Resource[] {
  const generators = applicationSetSpecOf(set).get('generators').items();
  const filled = generators.flatMap(generator => expand(generator.as(), repository) ?? [undefined]);
  const applications = (filled.length === 0 ? [undefined] : filled).slice(0, MOST_APPLICATIONS);
  return applications.flatMap(parameters => applicationOf(set, parameters) ?? []);
}
