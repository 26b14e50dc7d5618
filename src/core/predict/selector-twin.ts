import type { Cluster } from '../model/cluster.ts';
import { groupBy } from '../model/group-by.ts';
import { sameNamespace } from '../model/namespace.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { Resource } from '../model/resource.ts';
import { candidatesOf } from '../model/selection.ts';
import type { Service } from '../model/service.ts';
import { valueOf, type Field } from '../yaml/field.ts';

/** Why a workload looks like the one that a Service without a selector is meant for. */
export type TwinReason = 'service-name' | 'name' | 'ports';

export interface SelectorTwin {
  readonly template: PodTemplate;
  readonly reason: TwinReason;
}

interface TwinIndex {
  readonly byName: ReadonlyMap<string, readonly PodTemplate[]>;
  readonly byServiceName: ReadonlyMap<string, readonly PodTemplate[]>;
  /** By the numbers and names of their container ports; only templates that no Service takes. */
  readonly byPort: ReadonlyMap<string, readonly PodTemplate[]>;
}

const INDEXES = new WeakMap<Cluster, TwinIndex>();

function keyOf(field: Field<string | number>): string {
  return String(valueOf(field) ?? '');
}

function portKeysOf(template: PodTemplate): readonly string[] {
  const keys = template.containers.flatMap(({ ports }) => ports.flatMap(({ name, number }) => [keyOf(name), keyOf(number)]));
  return [...new Set(keys.filter(key => key !== ''))];
}

function indexOf(cluster: Cluster): TwinIndex {
  const found = INDEXES.get(cluster);
  if (found) return found;
  const serving = cluster.podTemplates.filter(({ kind }) => kind?.runs === 'serving');
  const taken = new Set(cluster.services.flatMap(service => candidatesOf(cluster.selectionOf(service))));
  const ported = serving.filter(template => !taken.has(template)).flatMap(template => portKeysOf(template).map(key => ({ key, template })));
  const byPort = new Map([...groupBy(ported, ({ key }) => key)].map(([key, entries]) => [key, entries.map(({ template }) => template)]));
  const index: TwinIndex = {
    byName: groupBy(serving, ({ workload }) => keyOf(workload.name)),
    byServiceName: groupBy(serving, ({ workload }) => keyOf(workload.body.get('spec').get('serviceName').string())),
    byPort,
  };
  INDEXES.set(cluster, index);
  return index;
}

function near(service: Service, templates: readonly PodTemplate[] | undefined): PodTemplate | undefined {
  return templates?.find(({ workload }) => sameNamespace(workload, service.resource) === 'yes');
}

/** The workload that a Service without a selector evidently means: it names the Service, has its name, or waits on its ports. */
export function findSelectorTwin(service: Service, cluster: Cluster): SelectorTwin | undefined {
  const name = valueOf(service.resource.name);
  if (name === undefined || name === '') return undefined;
  const index = indexOf(cluster);
  const governed = near(service, index.byServiceName.get(name));
  if (governed) return { template: governed, reason: 'service-name' };
  const named = near(service, index.byName.get(name));
  if (named) return { template: named, reason: 'name' };
  const meeting = service.ports.map(port => near(service, index.byPort.get(keyOf(port.targetPort)))).find(template => template !== undefined);
  return meeting && { template: meeting, reason: 'ports' };
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
