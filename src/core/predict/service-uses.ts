import type { Cluster } from '../model/cluster.ts';
import { groupBy } from '../model/group-by.ts';
import { mayBeSameNamespace } from '../model/namespace.ts';
import type { Service } from '../model/service.ts';
import { readLabels } from '../model/labels.ts';
import { selects } from '../model/selector.ts';
import { serviceMonitorsOf, watchesNamespaceOf, type ServiceMonitor } from '../model/service-monitor.ts';
import { valueOf } from '../yaml/field.ts';
import { backendsOf } from './uses/backends.ts';
import { readHostReferences, type NameTable } from './uses/host-references.ts';
import type { ServiceReference } from './uses/service-reference.ts';

export type { ServiceReference, UseKind } from './uses/service-reference.ts';

interface UseIndex {
  readonly references: readonly ServiceReference[];
  readonly byService: ReadonlyMap<Service, readonly ServiceReference[]>;
}

const INDEXES = new WeakMap<Cluster, UseIndex>();

/** Monitors name Services by their labels. */
function* readMonitor(monitor: ServiceMonitor, services: readonly Service[]): Iterable<ServiceReference> {
  const { resource: from, selector } = monitor;
  if (selector.requirements.length === 0) return;
  for (const { resource } of services) {
    const name = valueOf(resource.name);
    if (name === undefined || watchesNamespaceOf(monitor, resource) === 'no' || selects(selector, readLabels(resource.metadata.get('labels'))) !== 'yes')
      continue;
    for (const endpoint of from.body.get('spec').get('endpoints').items()) {
      const port = valueOf(endpoint.get('port').string());
      yield { via: 'monitor', from, pod: undefined, name, namespace: valueOf(resource.namespace), port, at: endpoint.get('port').at };
    }
  }
}

function readReferences(cluster: Cluster, table: NameTable): ServiceReference[] {
  const pods = groupBy(cluster.podTemplates, pod => pod.workload);
  return [
    ...cluster.resources.flatMap(resource => [...backendsOf(resource, cluster), ...readHostReferences(resource, pods.get(resource) ?? [], table)]),
    ...serviceMonitorsOf(cluster).flatMap(monitor => [...readMonitor(monitor, cluster.services)]),
  ];
}

/** Whether a reference can mean a Service: equal names, and namespaces that are not proven to differ. */
function mayMean(reference: ServiceReference, service: Service): boolean {
  const own = service.resource.namespace;
  const wanted = reference.namespace ?? valueOf(reference.from.namespace);
  return wanted === undefined || own.state !== 'known' || mayBeSameNamespace(own.value, wanted);
}

function buildIndex(cluster: Cluster): UseIndex {
  const byName = groupBy(cluster.services, service => valueOf(service.resource.name) ?? '');
  // The name of a Service that is missing shows that somebody waits for the pods that have their names from it.
  const governing = new Set(cluster.ofKind('StatefulSet', 'apps').map(({ body }) => valueOf(body.get('spec').get('serviceName').string()) ?? ''));
  const table: NameTable = { clusterDomain: cluster.target.clusterDomain, has: name => name !== '' && (byName.has(name) || governing.has(name)) };
  const references = byName.size === 0 && governing.size === 0 ? [] : readReferences(cluster, table);
  const uses = references.flatMap(reference =>
    (byName.get(reference.name) ?? []).filter(service => mayMean(reference, service)).map(service => ({ service, reference })),
  );
  const grouped = groupBy(uses, use => use.service);
  return { references, byService: new Map([...grouped].map(([service, found]) => [service, found.map(use => use.reference)])) };
}

function indexOf(cluster: Cluster): UseIndex {
  let index = INDEXES.get(cluster);
  if (!index) {
    index = buildIndex(cluster);
    INDEXES.set(cluster, index);
  }
  return index;
}

/**
 * Every place of the set that names a Service: backends of Ingresses and routes, webhooks, monitors, serviceName, and host names in
 * variables, arguments and ConfigMaps. Host names only where they name a Service of the set, or one that a StatefulSet names, and their
 * form leaves no doubt.
 */
export function serviceReferences(cluster: Cluster): readonly ServiceReference[] {
  return indexOf(cluster).references;
}

/** The places that use a Service. */
export function usesOf(service: Service, cluster: Cluster): readonly ServiceReference[] {
  return indexOf(cluster).byService.get(service) ?? [];
}
