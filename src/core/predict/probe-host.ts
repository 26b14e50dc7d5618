import type { Cluster } from '../model/cluster.ts';
import type { Probe } from '../model/probe.ts';
import { valueOf } from '../yaml/field.ts';
import type { Service } from '../model/service.ts';
import { isLocal } from './listening/listeners.ts';
import { readServiceName } from './uses/host-references.ts';

/** Whom a probe asks instead of its pod: the node that it is sent from, or whatever is behind a Service (S-191). */
export type ProbedHost = { readonly kind: 'node' } | { readonly kind: 'service'; readonly service: Service };

function findService(host: string, probe: Probe, cluster: Cluster): Service | undefined {
  const { workload } = probe.container.pod;
  const name = readServiceName(host.split('.'), { clusterDomain: cluster.target.clusterDomain, has: known => cluster.byName('Service', known).length > 0 });
  if (!name || name.podName !== undefined) return undefined;
  if (name.namespace === undefined) return cluster.findServices(workload, name.name)[0];
  return cluster.services.find(({ resource }) => valueOf(resource.name) === name.name && valueOf(resource.namespace) === name.namespace);
}

/** Whom the host of a probe means; undefined where it writes none, or one that is not known to be another one. */
export function findProbedHost(probe: Probe, cluster: Cluster): ProbedHost | undefined {
  const host = valueOf(probe.host);
  if (host === undefined || host === '') return undefined;
  if (isLocal(host)) {
    const hostNetwork = probe.container.pod.spec.get('hostNetwork').boolean();
    return hostNetwork.state !== 'unknown' && valueOf(hostNetwork) !== true ? { kind: 'node' } : undefined;
  }
  const service = findService(host, probe, cluster);
  return service && { kind: 'service', service };
}
