import { childToward, commonDirectory, directoryOf, isWithin } from '../text/path.ts';
import { valueOf } from '../yaml/field.ts';
import { groupBy } from './group-by.ts';
import type { Resource } from './resource.ts';

/** Objects that are applied together, before anything is known of the cluster. */
export interface ScopeDraft {
  readonly name: string;
  readonly resources: readonly Resource[];
  /** Why objects of other scopes may belong here. */
  readonly opened: string | undefined;
}

function identityOf(resource: Resource): string | undefined {
  const name = valueOf(resource.name);
  return name === undefined ? undefined : `${resource.group}/${resource.kind}/${valueOf(resource.namespace) ?? ''}/${name}`;
}

function pathOf(resource: Resource): string {
  return resource.document.file.path;
}

/** Groups of equal objects that stand in several places. */
function repeated(resources: readonly Resource[], placeOf: (resource: Resource) => string): readonly (readonly Resource[])[] {
  const named = resources.filter(resource => identityOf(resource) !== undefined);
  return [...groupBy(named, identityOf).values()].filter(group => new Set(group.map(placeOf)).size > 1);
}

/** The directory nearest to the top at which two equal objects part ways; undefined where none do. */
function findSplit(resources: readonly Resource[]): string | undefined {
  const directories = repeated(resources, resource => directoryOf(pathOf(resource))).map(group =>
    group.map(resource => directoryOf(pathOf(resource))).reduce(commonDirectory),
  );
  return directories.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}

/** Files directly in the directory belong to each child, save those that a child holds itself. */
function withShared(child: readonly Resource[], direct: readonly Resource[]): Resource[] {
  const own = new Set(child.map(identityOf));
  return [...direct.filter(resource => !own.has(identityOf(resource))), ...child];
}

function splitAt(directory: string, draft: ScopeDraft): ScopeDraft[] {
  const inside = draft.resources.filter(resource => isWithin(pathOf(resource), directory));
  const outside = draft.resources.filter(resource => !isWithin(pathOf(resource), directory));
  const byChild = groupBy(inside, resource => childToward(pathOf(resource), directory));
  const direct = byChild.get(undefined) ?? [];
  const drafts: ScopeDraft[] = [];
  for (const [child, resources] of byChild)
    if (child !== undefined) drafts.push(...splitScopes({ name: child, resources: withShared(resources, direct), opened: draft.opened }));
  const shadowed =
    direct.length > 0 &&
    [...byChild].some(([child, resources]) => child !== undefined && withShared(resources, direct).length < resources.length + direct.length);
  if (shadowed || byChild.size === 1) drafts.push({ name: directory, resources: direct, opened: draft.opened });
  if (outside.length > 0) drafts.push(...splitScopes({ name: draft.name, resources: outside, opened: `objects of ${directory} stand in scopes of their own` }));
  return drafts;
}

/** Splits plain manifests where an object stands in two directories: these are not applied together (design §4.7). */
export function splitScopes(draft: ScopeDraft): ScopeDraft[] {
  const directory = findSplit(draft.resources);
  return directory === undefined ? [draft] : splitAt(directory, draft);
}

/** Objects that stand in two files of one directory: one of them is applied, and which one is not known. */
export function findAlternatives(resources: readonly Resource[]): ReadonlySet<Resource> {
  return new Set(repeated(resources, pathOf).flat());
}
