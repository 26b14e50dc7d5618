import type { Cluster } from '../model/cluster.ts';
import { groupBy } from '../model/group-by.ts';
import { mayMeet } from '../model/namespace.ts';
import type { Resource } from '../model/resource.ts';
import { valueOf } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import { namesBefore, wasInNamespace, type NameBefore } from './names-before.ts';
import { readHostReferences } from './uses/host-references.ts';
import type { ServiceReference } from './uses/service-reference.ts';

/** A host name in a text that still is the name of a Service before a prefix or suffix: kustomize renames references, and no texts (K-064). */
export interface RenamedHost {
  readonly reference: ServiceReference;
  readonly before: NameBefore;
}

function isSamePlace(a: Place | undefined, b: Place | undefined): boolean {
  return a?.file === b?.file && a?.span.start === b?.span.start;
}

/** Whether another Service of the run may have the name where it is looked for. What is the same Service in another overlay has it by chance. */
function isElsewhere(name: string, { service: { resource } }: NameBefore, cluster: Cluster): boolean {
  const written = resource.metadata.get('name').at.origin?.at;
  const isSame = (other: Resource): boolean => isSamePlace(other.metadata.get('name').at.origin?.at, written);
  return cluster.run.mayHold(name) || cluster.run.byName('Service', name).some(other => mayMeet(other, resource) && !isSame(other));
}

/** Names that the pods of a scope know without any DNS. */
function aliasesOf(cluster: Cluster): ReadonlySet<string> {
  const entries = cluster.podTemplates.flatMap(({ spec }) => spec.get('hostAliases').items());
  return new Set(entries.flatMap(entry => entry.get('hostnames').items()).flatMap(name => valueOf(name.string()) ?? []));
}

/** Whether an address means the Service: its namespace, and the port if one is written (S-231). */
function means({ from, namespace, port, portImplied }: ServiceReference, { service }: NameBefore): boolean {
  const isThere = namespace === undefined ? mayMeet(from, service.resource) : wasInNamespace(service.resource, namespace);
  const isServed = typeof port !== 'number' || portImplied === true || service.portsOpen || service.headless !== 'no';
  return isThere && (isServed || service.ports.some(({ number }) => number.state !== 'known' || number.value === port));
}

/** Of several Services that had the name, the one that was renamed together with the object that names it. */
function pick(candidates: readonly NameBefore[], from: Resource): NameBefore | undefined {
  const changes = from.metadata.get('name').at.origin?.changes ?? [];
  const isBeside = ({ affixes }: NameBefore): boolean => affixes.every(affix => changes.some(({ at }) => isSamePlace(at, affix.at)));
  return candidates.length > 1 ? candidates.find(isBeside) : candidates[0];
}

/** Host names in variables, arguments, ConfigMaps and mesh routes that reach nothing since a prefix or suffix has renamed their Service. */
export function* renamedHosts(cluster: Cluster): Iterable<RenamedHost> {
  const names = namesBefore(cluster);
  if (names.size === 0 || !cluster.isWhole) return;
  const aliases = aliasesOf(cluster);
  const has = (name: string): boolean => names.has(name) && cluster.byName('Service', name).length === 0 && !aliases.has(name);
  const table = { clusterDomain: cluster.target.clusterDomain, has };
  const pods = groupBy(cluster.podTemplates, pod => pod.workload);
  for (const from of cluster.resources) {
    for (const reference of readHostReferences(from, pods.get(from) ?? [], table)) {
      const meant = has(reference.name) ? (names.get(reference.name) ?? []).filter(each => means(reference, each)) : [];
      const before = pick(meant, from);
      if (before && !isElsewhere(reference.name, before, cluster)) yield { reference, before };
    }
  }
}
