import type { Cluster } from '../model/cluster.ts';
import { contains, networkOf, readIpAddress, readIpNetwork, type IpAddress, type IpNetwork } from '../model/ip-address.ts';
import { isOfKnownKind } from '../model/resource.ts';
import type { Field } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import { clusterIpClaims, type Claim } from './claims.ts';

/** A network of cluster IPs, and where it is written; undefined for one of the configuration. */
export interface ServiceNetwork {
  readonly network: IpNetwork;
  readonly text: string;
  readonly at: Place | undefined;
}

/** The API server refuses service networks with more than 20 host bits. */
const HOST_BITS = 20;

function readNetworks(field: Field<string>): ServiceNetwork[] {
  if (field.state !== 'known') return [];
  return field.value.split(',').flatMap(text => {
    const network = readIpNetwork(text.trim());
    return network ? [{ network, text: text.trim(), at: field.at }] : [];
  });
}

/** The networks that the configuration, a ServiceCIDR object or the file of kind or kubeadm tells (S-087). */
export function serviceNetworks(cluster: Cluster): readonly ServiceNetwork[] {
  const configured = cluster.target.serviceCidrs.flatMap(text => {
    const network = readIpNetwork(text);
    return network ? [{ network, text, at: undefined }] : [];
  });
  if (configured.length > 0) return configured;
  const objects = cluster.ofKind('ServiceCIDR', 'networking.k8s.io').flatMap(object => object.body.get('spec').get('cidrs').items());
  const files = cluster.toolFiles.filter(file => file.kind === 'ClusterConfiguration' || (file.kind === 'Cluster' && file.group === 'kind.x-k8s.io'));
  return [...objects, ...files.map(file => file.body.get('networking').get('serviceSubnet'))].flatMap(cursor => readNetworks(cursor.string()));
}

export function isServed(address: IpAddress, networks: readonly ServiceNetwork[]): boolean {
  return networks.some(({ network }) => contains(network, address));
}

const FIRST_CLAIMS = new WeakMap<Cluster, ReadonlyMap<4 | 6, Claim>>();

function firstClaims(cluster: Cluster): ReadonlyMap<4 | 6, Claim> {
  let first = FIRST_CLAIMS.get(cluster);
  if (!first) {
    const found = new Map<4 | 6, Claim>();
    for (const claim of cluster.services.filter(service => !service.resource.observed).flatMap(clusterIpClaims)) {
      const family = readIpAddress(claim.value)?.family;
      if (family && !found.has(family)) found.set(family, claim);
    }
    first = found;
    FIRST_CLAIMS.set(cluster, first);
  }
  return first;
}

/** The first address of the set that no service network can hold together with this one: networks have at most 20 host bits. */
export function findIncompatible(claim: Claim, cluster: Cluster): Claim | undefined {
  // A ServiceCIDR whose networks are not known, or an object that may be one, adds a network.
  if (!cluster.resources.every(isOfKnownKind) || cluster.ofKind('ServiceCIDR', 'networking.k8s.io').length > 0) return undefined;
  const address = readIpAddress(claim.value);
  const first = address && firstClaims(cluster).get(address.family);
  const other = first && readIpAddress(first.value);
  if (!address || !first || !other) return undefined;
  const largest = networkOf(other, (address.family === 4 ? 32 : 128) - HOST_BITS);
  return largest && !contains(largest, address) ? first : undefined;
}
