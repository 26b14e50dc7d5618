import type { Cluster } from '../model/cluster.ts';
import { groupBy } from '../model/group-by.ts';
import { readIpAddress } from '../model/ip-address.ts';
import { mayMeet } from '../model/namespace.ts';
import type { Resource } from '../model/resource.ts';
import type { Service } from '../model/service.ts';
import { valueOf, type Field } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';

/** A number or address that a Service asks for by name and that only one Service of a cluster can have (S-177). */
export interface Claim {
  readonly service: Service;
  readonly what: 'nodePort' | 'healthCheckNodePort' | 'clusterIP';
  readonly value: string;
  readonly at: Place;
}

export interface Conflict {
  readonly claim: Claim;
  /** The claim that stands first. */
  readonly holder: Claim;
  /** True where both stand in one directory, or the scope is known to be applied together (design §4.7). */
  readonly proven: boolean;
}

interface Claims {
  readonly nodePorts: ReadonlyMap<string, readonly Claim[]>;
  readonly clusterIPs: ReadonlyMap<string, readonly Claim[]>;
}

const CLAIMS = new WeakMap<Cluster, Claims>();

function allocatesNodePorts(service: Service): boolean {
  const type = valueOf(service.type);
  return type === 'NodePort' || type === 'LoadBalancer';
}

function claimOf(service: Service, what: Claim['what'], field: Field<string | number>): Claim[] {
  if (field.state !== 'known' || field.value === 0) return [];
  return [{ service, what, value: String(field.value), at: field.at }];
}

/** The node ports that a Service asks for, its health check's among them (S-085, S-086). */
export function nodePortClaims(service: Service): readonly Claim[] {
  if (!allocatesNodePorts(service)) return [];
  return [
    ...service.ports.flatMap(port => claimOf(service, 'nodePort', port.nodePort)),
    ...claimOf(service, 'healthCheckNodePort', service.spec.get('healthCheckNodePort').number()),
  ];
}

/** The cluster IPs that a Service asks for: `clusterIP`, and what `clusterIPs` adds (S-088). */
export function clusterIpClaims(service: Service): readonly Claim[] {
  if (valueOf(service.type) === 'ExternalName') return [];
  const fields = [
    service.clusterIP,
    ...service.spec
      .get('clusterIPs')
      .items()
      .map(item => item.string()),
  ];
  const claims = fields.flatMap(field => claimOf(service, 'clusterIP', field)).filter(claim => readIpAddress(claim.value) !== undefined);
  return claims.filter((claim, i) => claims.findIndex(other => other.value === claim.value) === i);
}

function claimsOf(cluster: Cluster): Claims {
  let claims = CLAIMS.get(cluster);
  if (!claims) {
    const asked = cluster.services.filter(service => !service.resource.observed);
    claims = {
      nodePorts: groupBy(asked.flatMap(nodePortClaims), claim => claim.value),
      clusterIPs: groupBy(asked.flatMap(clusterIpClaims), claim => claim.value),
    };
    CLAIMS.set(cluster, claims);
  }
  return claims;
}

/** Two manifests of one Service are two states of it: the later one replaces the first and takes nothing from it. */
function mayBeSameObject(a: Resource, b: Resource): boolean {
  const [name, other] = [valueOf(a.name), valueOf(b.name)];
  return a !== b && (name === undefined || other === undefined || name === other) && mayMeet(a, b);
}

function collides(claim: Claim, holder: Claim): boolean {
  if (claim === holder || mayBeSameObject(claim.service.resource, holder.service.resource)) return false;
  // What one Service asks for twice is a refusal of that Service alone.
  return claim.service !== holder.service;
}

function findConflict(claim: Claim, all: ReadonlyMap<string, readonly Claim[]>, cluster: Cluster): Conflict[] {
  const claims = all.get(claim.value) ?? [];
  const own = claims.findIndex(other => other.service === claim.service && other.at.path === claim.at.path);
  const holder = claims.slice(0, Math.max(0, own)).find(other => collides(claim, other));
  return holder ? [{ claim, holder, proven: cluster.appliesTogether(claim.at.file.path, holder.at.file.path) }] : [];
}

/** The claims of a Service on node ports that another one made first. */
export function nodePortConflicts(service: Service, cluster: Cluster): readonly Conflict[] {
  return service.resource.observed ? [] : nodePortClaims(service).flatMap(claim => findConflict(claim, claimsOf(cluster).nodePorts, cluster));
}

export function clusterIpConflicts(service: Service, cluster: Cluster): readonly Conflict[] {
  return service.resource.observed ? [] : clusterIpClaims(service).flatMap(claim => findConflict(claim, claimsOf(cluster).clusterIPs, cluster));
}

/** The first Service of the set that claims an address as its cluster IP. */
export function findClusterIpClaim(address: string, cluster: Cluster): Claim | undefined {
  return claimsOf(cluster).clusterIPs.get(address)?.[0];
}
