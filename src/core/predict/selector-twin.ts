import type { Cluster } from '../model/cluster.ts';
import { groupBy } from '../model/group-by.ts';
import { sameNamespace } from '../model/namespace.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { Resource } from '../model/resource.ts';
import type { Service } from '../model/service.ts';
import { valueOf, type Field } from '../yaml/field.ts';
import { findTwins } from './twins.ts';

/** Why a workload looks like the one that a Service without a selector is meant for. */
export type TwinReason = 'service-name' | 'name' | 'ports';

export interface SelectorTwin {
  readonly template: PodTemplate;
  readonly reason: TwinReason;
}

const GOVERNED = new WeakMap<Cluster, ReadonlyMap<string | undefined, readonly PodTemplate[]>>();

/** StatefulSets by the Service that they name. */
function governedBy(name: string, cluster: Cluster): readonly PodTemplate[] {
  let index = GOVERNED.get(cluster);
  if (!index) {
    const sets = cluster.podTemplates.filter(({ workload }) => workload.kind === 'StatefulSet');
    index = groupBy(sets, ({ workload }) => valueOf(workload.body.get('spec').get('serviceName').string()));
    GOVERNED.set(cluster, index);
  }
  return index.get(name) ?? [];
}

/** The workload that a Service without a selector evidently means: it names the Service, has its name, or waits on its ports. */
export function findSelectorTwin(service: Service, cluster: Cluster): SelectorTwin | undefined {
  const name = valueOf(service.resource.name);
  if (name === undefined || name === '') return undefined;
  // Pods without labels can be selected by nobody: such a manifest is a patch, and so may the Service be.
  const isBeside = ({ workload, labels }: PodTemplate): boolean => labels.entries.size > 0 && sameNamespace(workload, service.resource) === 'yes';
  const governed = governedBy(name, cluster).find(isBeside);
  if (governed) return { template: governed, reason: 'service-name' };
  const twins = findTwins(service, cluster).filter(({ template }) => isBeside(template) && template.kind?.runs === 'serving');
  const named = twins.find(({ tie }) => tie.name === 'equal');
  if (named) return { template: named.template, reason: 'name' };
  const waiting = twins.find(({ template, tie }) => tie.ports && cluster.servicesOf(template).length === 0);
  return waiting && { template: waiting.template, reason: 'ports' };
}

function mayWriteEndpoints(role: Resource): boolean {
  const holds = (list: readonly Field<string>[], wanted: readonly string[]): boolean =>
    list.some(field => field.state === 'unknown' || wanted.includes(valueOf(field) ?? ''));
  return role.body
    .get('rules')
    .items()
    .some(rule => {
      const read = (key: string): readonly Field<string>[] =>
        rule
          .get(key)
          .items()
          .map(item => item.string());
      return holds(read('resources'), ['*', 'endpoints', 'endpointslices']) && holds(read('verbs'), ['*', 'create', 'update', 'patch']);
    });
}

const WRITERS = new WeakMap<Cluster, boolean>();

/** Whether a role of the set lets a program write endpoints: then a Service without a selector may wait for it. */
export function hasEndpointWriter(cluster: Cluster): boolean {
  const writes = WRITERS.get(cluster) ?? [...cluster.ofKind('Role'), ...cluster.ofKind('ClusterRole')].some(mayWriteEndpoints);
  WRITERS.set(cluster, writes);
  return writes;
}
