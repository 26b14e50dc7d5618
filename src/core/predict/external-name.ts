import type { Cluster } from '../model/cluster.ts';
import { readIpAddress } from '../model/ip-address.ts';
import { mayBeSameNamespace } from '../model/namespace.ts';
import type { Resource } from '../model/resource.ts';
import type { Service } from '../model/service.ts';
import { valueOf } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';

/**
 * What DNS makes of an ExternalName (S-221 … S-223): a name inside the cluster; a short name that only the search list could
 * complete, which is never applied; an IP address, for which there is no record; or a name of the outside.
 */
export interface ExternalName {
  readonly form: 'cluster' | 'relative' | 'address' | 'outside';
  readonly value: string;
  readonly at: Place;
  /** Parts of a cluster name, or of a short one that has the form of one. */
  readonly service: string | undefined;
  readonly namespace: string | undefined;
}

function outside(value: string, at: Place, form: ExternalName['form'] = 'outside'): ExternalName {
  return { form, value, at, service: undefined, namespace: undefined };
}

/** The external name of a Service of type ExternalName, where both are known. */
export function readExternalName(service: Service, clusterDomain: string): ExternalName | undefined {
  const field = service.spec.get('externalName').string();
  if (valueOf(service.type) !== 'ExternalName' || field.state !== 'known') return undefined;
  const { value, at } = field;
  if (readIpAddress(value.replace(/^\[(.*)\]$/, '$1'))) return outside(value, at, 'address');
  const name = value.replace(/\.$/, '').toLowerCase();
  const absolute = value.endsWith('.');
  const labels = name.split('.');
  const domain = `.svc.${clusterDomain}`;
  if (name.endsWith(domain)) {
    const parts = name.slice(0, -domain.length).split('.');
    return { form: 'cluster', value, at, service: parts.at(-2), namespace: parts.at(-1) };
  }
  if (absolute) return outside(value, at);
  if (labels.length <= 2 || (labels.length === 3 && labels[2] === 'svc')) return { form: 'relative', value, at, service: labels[0], namespace: labels[1] };
  return outside(value, at);
}

/** The Service of the set that a cluster name or a short name means; undefined where the set has none. */
export function findTarget(name: ExternalName, from: Service, cluster: Cluster): Service | undefined {
  if (name.service === undefined) return undefined;
  const namespace = name.namespace ?? valueOf(from.resource.namespace);
  const isIn = ({ namespace: own }: Resource): boolean =>
    namespace === undefined || own.state !== 'known' ? valueOf(own) === namespace : mayBeSameNamespace(own.value, namespace);
  const resource = cluster.byName('Service', name.service).find(candidate => candidate.group === '' && isIn(candidate));
  return resource && cluster.services.find(service => service.resource === resource);
}

/** The Services that an ExternalName leads through, if it leads back to where it began. */
export function findLoop(service: Service, cluster: Cluster): readonly Service[] | undefined {
  const path: Service[] = [];
  for (let at: Service | undefined = service; at && !path.includes(at);) {
    path.push(at);
    const name: ExternalName | undefined = readExternalName(at, cluster.target.clusterDomain);
    const next: Service | undefined = name?.form === 'cluster' ? findTarget(name, at, cluster) : undefined;
    if (next === service) return path;
    at = next;
  }
  return undefined;
}
