import type { Cluster } from '../../model/cluster.ts';
import { groupBy } from '../../model/group-by.ts';
import { compareNamespaces } from '../../model/namespace.ts';
import { referencesOf } from '../../model/references/references.ts';
import type { Resource } from '../../model/resource.ts';
import type { Untyped } from '../../yaml/untyped.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { mayHideObjects } from './hidden-objects.ts';
import { isOfCluster } from './makers.ts';
import { textsOf, wordsOf } from './names-in-texts.ts';

/** Kinds that hold data for others to read. */
export type DataKind = 'ConfigMap' | 'Secret';

/** Secrets that the control plane, tools or whoever ends TLS look for by their type. */
const READ_BY_TYPE = /^(?:kubernetes\.io\/(?:tls|service-account-token)|bootstrap\.kubernetes\.io\/token|helm\.sh\/release.*)$/;

/** Labels and annotations that say what an object is and by which no program finds it. */
const DESCRIBING =
  /^(?:app|name|k8s-app|component|tier|version|release|heritage|chart|part-of|team|env|environment|owner|(?:app\.kubernetes\.io|helm\.sh|meta\.helm\.sh|kubectl\.kubernetes\.io)\/.+|kubernetes\.io\/description)$/;

const RESOURCES: Readonly<Record<DataKind, string>> = { ConfigMap: 'configmaps', Secret: 'secrets' };

const READERS = new WeakMap<Cluster, ReadonlySet<string>>();
const MENTIONS = new WeakMap<Cluster, ReadonlyMap<string, ReadonlySet<Resource>>>();

function isMarked({ metadata }: Resource): boolean {
  const [labels, annotations] = [metadata.get('labels'), metadata.get('annotations')];
  return labels.isOpen || annotations.isOpen || [...labels.entries(), ...annotations.entries()].some(({ key }) => !DESCRIBING.test(key));
}

/** Resources that roles of the set let programs read through the API server: then a name may stand in a program. */
function readable(cluster: Cluster): ReadonlySet<string> {
  let known = READERS.get(cluster);
  if (!known) {
    const rules = [...cluster.ofKind('Role'), ...cluster.ofKind('ClusterRole')].flatMap(({ body }) => body.get('rules').items());
    known = new Set(rules.flatMap(rule => rule.get('resources').items()).map(resource => resource.text ?? '*'));
    READERS.set(cluster, known);
  }
  return known;
}

/** Where names may stand that no field of the API is made for: texts of programs, of annotations and of ConfigMaps, and custom resources. */
function tellingTexts(cluster: Cluster): readonly (readonly [Resource, string])[] {
  const ofPods = cluster.podTemplates.flatMap(pod => textsOf(pod).map(({ text = '' }) => [pod.workload, text] as const));
  const metadataOf = (metadata: Cursor<unknown>): string => metadata.as<Untyped>().get('annotations').source;
  const ofTemplates = cluster.podTemplates.map(({ workload, body }) => [workload, metadataOf(body.get('metadata'))] as const);
  const ofObjects = cluster.resources.map(resource => {
    const isWhole = resource.kind === 'ConfigMap' || resource.group.includes('.') || resource.kind === 'ServiceAccount';
    return [resource, isWhole ? resource.body.source : metadataOf(resource.metadata)] as const;
  });
  return [...ofPods, ...ofTemplates, ...ofObjects];
}

/** The objects that mention a name which a ConfigMap or Secret has. Read once: texts are long. */
function mentionsIn(cluster: Cluster): ReadonlyMap<string, ReadonlySet<Resource>> {
  let known = MENTIONS.get(cluster);
  if (!known) {
    const names = groupBy([...cluster.ofKind('ConfigMap', ''), ...cluster.ofKind('Secret', '')], ({ name }) => valueOf(name) ?? '');
    const mentions = new Map<string, Set<Resource>>();
    for (const [resource, text] of tellingTexts(cluster)) {
      const parts = wordsOf(text).flatMap(word => [word, ...word.split('.')]);
      for (const part of parts.filter(name => names.has(name))) mentions.set(part, (mentions.get(part) ?? new Set()).add(resource));
    }
    known = mentions;
    MENTIONS.set(cluster, known);
  }
  return known;
}

/** Whether an object of the set names it in a field made for that, or may. */
function isNamed(resource: Resource, kind: DataKind, name: string, cluster: Cluster): boolean {
  return referencesOf(cluster)
    .to(`/${kind}`, name)
    .some(({ from, namespace }) => from !== resource && compareNamespaces(namespace ?? from.namespace, resource.namespace) !== 'no');
}

/** Whether some reference of a workload beside it names an object that is not known. */
function hidesNames(kind: DataKind, cluster: Cluster): boolean {
  return referencesOf(cluster).to(`/${kind}`, '').length > 0;
}

/** Whether nothing in the set refers to a ConfigMap or Secret that stands beside workloads. */
export function isUnused(resource: Resource, kind: DataKind, cluster: Cluster): boolean {
  const name = valueOf(resource.name);
  if (
    name === undefined ||
    resource.observed ||
    cluster.mayBeKustomized(resource) ||
    mayHideObjects(`/${kind}`, cluster) ||
    isOfCluster(kind, name) ||
    isMarked(resource)
  )
    return false;
  if (READ_BY_TYPE.test(resource.body.get('type').text ?? '') || isNamed(resource, kind, name, cluster) || hidesNames(kind, cluster)) return false;
  if (!cluster.podTemplates.some(({ workload }) => compareNamespaces(workload.namespace, resource.namespace) === 'yes')) return false;
  const resources = readable(cluster);
  if (resources.has('*') || resources.has(RESOURCES[kind])) return false;
  return ![...(mentionsIn(cluster).get(name) ?? [])].some(other => other !== resource);
}
