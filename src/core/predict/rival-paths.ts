import type { Cluster } from '../model/cluster.ts';
import { groupBy } from '../model/group-by.ts';
import { classOf, controllerOf } from '../model/ingress-class.ts';
import { ingressesOf, type Ingress, type IngressPath } from '../model/ingress.ts';
import { compareByName } from '../model/name-order.ts';
import { fileOf } from '../model/resource.ts';
import { valueOf } from '../yaml/field.ts';

/** Annotations that tell two routes of one path apart: canaries, entry points, priorities, and conditions on methods and headers. */
const DISTINGUISHING = /canary|entrypoint|priority|conditions|methods|headers|mergeable|group\.order|match|route-type|weight/i;

/**
 * What a path claims, as one text; undefined where something of it is not known. Controllers read `/a/` of type Prefix as `/a` (S-255). Rules for
 * every host of several Ingresses are too common in collections of examples to tell anything: they are compared within one Ingress.
 */
function claimOf({ rule, path, pathType }: IngressPath, ingressNumber: number): string | undefined {
  const [host, text, type] = [valueOf(rule.host), valueOf(path), valueOf(pathType)];
  if (host === undefined || text === undefined || type === undefined) return undefined;
  return JSON.stringify([host === '' ? ingressNumber : host, type === 'Prefix' ? text.replace(/(?<=.)\/$/, '') : text, type]);
}

/** Where a path sends to, as one text; undefined where it is not known. */
function targetOf({ backend: { service, port, resource } }: IngressPath): string | undefined {
  const [name, number] = [valueOf(service), valueOf(port)];
  return resource.isWritten || name === undefined || number === undefined ? undefined : JSON.stringify([name, number]);
}

function isDistinguished({ annotations }: Ingress): boolean {
  return annotations.isOpen || annotations.entries().some(({ key }) => DISTINGUISHING.test(key));
}

/** Whether one controller serves two Ingresses as one: both of one class, which shares its hosts (S-262). */
function areServedTogether(a: Ingress, b: Ingress, cluster: Cluster): boolean {
  if (a === b) return true;
  const [one, other] = [classOf(a, cluster), classOf(b, cluster)];
  const sharing = controllerOf(a, cluster).controller?.sharing;
  const isAlternative = cluster.isAlternative(a.resource) || cluster.isAlternative(b.resource);
  return (
    one.by !== 'unknown' &&
    one.name === other.name &&
    other.by !== 'unknown' &&
    sharing !== 'none' &&
    !isAlternative &&
    !isDistinguished(a) &&
    !isDistinguished(b) &&
    cluster.appliesTogether(fileOf(a.resource).path, fileOf(b.resource).path)
  );
}

/** An earlier path that claims the same requests. */
export interface RivalPath {
  readonly rival: IngressPath;
  readonly isOfSameIngress: boolean;
  /** Both send to one port of one Service. */
  readonly isSameTarget: boolean;
}

function compare(path: IngressPath, rival: IngressPath): RivalPath | undefined {
  const [target, other] = [targetOf(path), targetOf(rival)];
  const isOfSameIngress = rival.rule.ingress === path.rule.ingress;
  // Two Ingresses with one backend have different annotations as a rule.
  if (target === undefined || other === undefined || (!isOfSameIngress && target === other)) return undefined;
  return { rival, isOfSameIngress, isSameTarget: target === other };
}

function ofClaim(paths: readonly IngressPath[]): readonly (readonly [IngressPath, readonly IngressPath[]])[] {
  const sorted = [...paths].sort((a, b) => compareByName(a.rule.ingress.resource, b.rule.ingress.resource));
  return sorted.map(path => [path, sorted]);
}

const GROUPS = new WeakMap<Cluster, ReadonlyMap<IngressPath, readonly IngressPath[]>>();

/** For each path all those that claim the same, by the names of their Ingresses. */
function groupsOf(cluster: Cluster): ReadonlyMap<IngressPath, readonly IngressPath[]> {
  let groups = GROUPS.get(cluster);
  if (!groups) {
    const claimed = ingressesOf(cluster).flatMap(({ rules }, number) =>
      rules.flatMap(({ paths }) => paths.map(path => ({ path, claim: claimOf(path, number) }))),
    );
    const byClaim = groupBy(claimed, ({ claim }) => claim);
    groups = new Map([...byClaim].flatMap(([claim, found]) => (claim === undefined ? [] : ofClaim(found.map(({ path }) => path)))));
    GROUPS.set(cluster, groups);
  }
  return groups;
}

/** The first path that claims the same host, path and path type as another one, which therefore never gets a request. */
export function findRivalPath(path: IngressPath, cluster: Cluster): RivalPath | undefined {
  for (const rival of groupsOf(cluster).get(path) ?? []) {
    if (rival === path) return undefined;
    if (areServedTogether(rival.rule.ingress, path.rule.ingress, cluster)) return compare(path, rival);
  }
  return undefined;
}
