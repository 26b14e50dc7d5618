import { valueOf } from '../yaml/field.ts';
import { anyOf, type Answer } from './answer.ts';
import type { Cluster } from './cluster.ts';
import { compareNamespaces, sameNamespace } from './namespace.ts';
import type { Resource } from './resource.ts';
import { readLabelSelector, type Selector } from './selector.ts';

/** What tells Prometheus which Services to scrape: by the labels of the Services themselves (S-324, S-328). */
export interface ServiceMonitor {
  readonly resource: Resource;
  readonly selector: Selector;
  /** Names of the ports that are scraped, as far as they are known. */
  readonly portNames: readonly string[];
}

export function readServiceMonitor(resource: Resource): ServiceMonitor {
  const spec = resource.body.get('spec');
  const portNames = spec
    .get('endpoints')
    .items()
    .flatMap(endpoint => valueOf(endpoint.get('port').string()) ?? []);
  return { resource, selector: readLabelSelector(spec.get('selector').as<object>()), portNames };
}

const MONITORS = new WeakMap<Cluster, readonly ServiceMonitor[]>();

export function serviceMonitorsOf(cluster: Cluster): readonly ServiceMonitor[] {
  let monitors = MONITORS.get(cluster);
  if (!monitors) {
    monitors = cluster.ofKind('ServiceMonitor', 'monitoring.coreos.com').map(readServiceMonitor);
    MONITORS.set(cluster, monitors);
  }
  return monitors;
}

/** Whether a monitor looks into the namespace of an object: its own, unless `namespaceSelector` names others or any. */
export function watchesNamespaceOf({ resource }: ServiceMonitor, target: Resource): Answer {
  const selector = resource.body.get('spec').get('namespaceSelector');
  const any = selector.get('any').boolean();
  if (any.state === 'unknown' || selector.isOpen) return 'unknown';
  if (valueOf(any) === true) return 'yes';
  const names = selector.get('matchNames').items();
  if (names.length === 0) return selector.get('matchNames').isOpen ? 'unknown' : sameNamespace(resource, target);
  if (target.namespace.state !== 'known') return 'unknown';
  return anyOf(names.map(name => compareNamespaces(name.string(), target.namespace)));
}
