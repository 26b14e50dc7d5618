import type { Answer } from '../../model/answer.ts';
import type { Cluster } from '../../model/cluster.ts';
import { readDefinition } from '../../model/definitions.ts';
import { groupBy } from '../../model/group-by.ts';
import type { PodTemplate } from '../../model/pod.ts';
import type { KindName, Reference } from '../../model/references/reference.ts';
import { fileOf, type Resource } from '../../model/resource.ts';
import { valueOf } from '../../yaml/field.ts';
import { resolve, standsWhereNamed } from '../references/resolve.ts';
import { splitKind } from '../references/same-kind.ts';

/** Kinds of Kubernetes itself that have the subresource scale (S-324). */
const SCALABLE: ReadonlySet<string> = new Set(['apps/Deployment', 'apps/StatefulSet', 'apps/ReplicaSet', '/ReplicationController']);

/** Kinds that one writes for another: what runs pods, with a scale or without. */
const WORKLOADS = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'DaemonSet', 'Rollout', 'CronJob', 'Job'];

/** Kinds whose pods a VerticalPodAutoscaler finds without a scale. */
const WITHOUT_SCALE: ReadonlySet<string> = new Set(['apps/DaemonSet', 'batch/Job', 'batch/CronJob']);

/** What a definition of the set says of scale: in one of its versions, or for all of them as old definitions have it. */
function definesScale(kind: string, group: string, cluster: Cluster): Answer {
  const definitions = cluster.ofKind('CustomResourceDefinition').map(readDefinition);
  const spec = definitions.find(definition => definition?.kind === kind && definition.group === group)?.resource.body.get('spec');
  if (!spec) return 'unknown';
  const places = [spec, ...spec.get('versions').items()];
  if (places.some(place => place.get('subresources').get('scale').isPresent)) return 'yes';
  return places.some(place => place.isOpen || place.get('subresources').isOpen) || spec.get('versions').isOpen ? 'unknown' : 'no';
}

function hasScale(kindName: KindName, cluster: Cluster): Answer {
  const { group, kind } = splitKind(kindName);
  if (SCALABLE.has(`${group}/${kind}`)) return 'yes';
  if (!cluster.kinds.isBuiltInGroup(group)) return definesScale(kind, group, cluster);
  return cluster.kinds.versionsOf(group, kind).length > 0 ? 'no' : 'unknown';
}

/** Whether an autoscaler can steer what it names, by its kind. */
export function canScale({ row, kind }: Reference, cluster: Cluster): Answer {
  if (kind === undefined) return 'unknown';
  const { group, kind: name } = splitKind(kind);
  return row.id === 'vpa-target' && WITHOUT_SCALE.has(`${group}/${name}`) ? 'yes' : hasScale(kind, cluster);
}

/** A workload of the name that an autoscaler writes, of another kind or group than it writes. */
export function findOfOtherKind(reference: Reference, cluster: Cluster): Resource | undefined {
  const name = valueOf(reference.name);
  if (name === undefined || reference.kind === undefined) return undefined;
  return WORKLOADS.flatMap(kind => cluster.byName(kind, name)).find(
    resource => `${resource.group}/${resource.kind}` !== reference.kind && standsWhereNamed(reference, resource, cluster) === 'yes',
  );
}

const PODS = new WeakMap<Cluster, ReadonlyMap<Resource, readonly PodTemplate[]>>();

/** The pods that an autoscaler steers; undefined where more than one object may be meant. */
export function scaledPods(reference: Reference, cluster: Cluster): PodTemplate | undefined {
  const { found, possible } = resolve(reference, cluster);
  const [target, ...others] = found.length > 0 ? found : possible;
  if (!target || others.length > 0) return undefined;
  const pods = PODS.get(cluster) ?? groupBy(cluster.podTemplates, pod => pod.workload);
  PODS.set(cluster, pods);
  const [template, ...more] = pods.get(target) ?? [];
  return more.length === 0 ? template : undefined;
}

/** Whether all workloads of the scope stand in the file of an object, as a chart renders them. */
export function isOfOneFile(from: Resource, cluster: Cluster): boolean {
  return cluster.podTemplates.every(({ workload }) => fileOf(workload) === fileOf(from));
}
