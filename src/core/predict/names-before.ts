import type { Cluster } from '../model/cluster.ts';
import { groupBy } from '../model/group-by.ts';
import type { Resource } from '../model/resource.ts';
import type { Service } from '../model/service.ts';
import { valueOf } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';

/** A prefix or suffix that a kustomization puts on names. */
export interface Affix {
  readonly field: 'namePrefix' | 'nameSuffix';
  readonly text: string;
  readonly at: Place;
}

/** A name that a Service had on its way through kustomizations, and what has changed it since. */
export interface NameBefore {
  readonly service: Service;
  readonly name: string;
  readonly affixes: readonly Affix[];
}

/** The text of a scalar where it is written. */
function writtenAt({ document: { tree }, node }: Place): string | undefined {
  return tree && node !== undefined ? tree.scalarText(tree.resolve(node)) : undefined;
}

function readAffix(at: Place): Affix | undefined {
  const text = writtenAt(at);
  const [, side] = /(?:^|\.)(?:name)?(prefix|suffix)$/i.exec(at.path) ?? [];
  if (text === undefined || side === undefined) return undefined;
  return { field: side.toLowerCase() === 'prefix' ? 'namePrefix' : 'nameSuffix', text, at };
}

/** The name as it is written, and as it was between two changes. None where something else than prefixes and suffixes changed it (K-072). */
function namesOf(service: Service): readonly NameBefore[] {
  const { origin } = service.resource.metadata.get('name').at;
  const written = origin && origin.changes.length > 0 ? writtenAt(origin.at) : undefined;
  const affixes = origin?.changes.map(({ at }) => readAffix(at)) ?? [];
  if (written === undefined) return [];
  const names: NameBefore[] = [];
  let name = written;
  for (const [i, affix] of affixes.entries()) {
    if (!affix) return [];
    names.push({ service, name, affixes: affixes.slice(i).flatMap(each => each ?? []) });
    name = affix.field === 'namePrefix' ? affix.text + name : name + affix.text;
  }
  return name === valueOf(service.resource.name) ? names : [];
}

const KNOWN = new WeakMap<Cluster, ReadonlyMap<string, readonly NameBefore[]>>();

/** Names that Services of a scope had before prefixes and suffixes. */
export function namesBefore(cluster: Cluster): ReadonlyMap<string, readonly NameBefore[]> {
  let names = KNOWN.get(cluster);
  if (!names) {
    names = cluster.kustomizations.length === 0 ? new Map<string, readonly NameBefore[]>() : groupBy(cluster.services.flatMap(namesOf), ({ name }) => name);
    KNOWN.set(cluster, names);
  }
  return names;
}

/** Whether a Service stands where another one is named: as it is applied, or as it was written. */
export function wasInNamespace({ namespace, metadata }: Resource, wanted: string): boolean {
  const { origin } = metadata.get('namespace').at;
  return namespace.state === 'known' && (namespace.value === wanted || (origin !== undefined && writtenAt(origin.at) === wanted));
}
