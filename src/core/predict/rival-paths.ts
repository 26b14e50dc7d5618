import type { Cluster } from '../model/cluster.ts';
import { classOf, controllerOf } from '../model/ingress-class.ts';
import { ingressesOf, type Ingress, type IngressPath } from '../model/ingress.ts';
import { fileOf } from '../model/resource.ts';
import { valueOf } from '../yaml/field.ts';

/** Annotations that tell two routes of one path apart: canaries, entry points, priorities, and conditions on methods and headers. */
const DISTINGUISHING = /canary|entrypoint|priority|conditions|methods|headers|mergeable|group\.order|match|route-type|weight/i;

/** What a path claims, as one text; undefined where something of it is not known. Controllers read `/a/` of type Prefix as `/a` (S-255). */
function claimOf({ rule, path, pathType }: IngressPath): string | undefined {
  const [host, text, type] = [valueOf(rule.host), valueOf(path), valueOf(pathType)];
  if (host === undefined || text === undefined || type === undefined) return undefined;
  return JSON.stringify([host, type === 'Prefix' ? text.replace(/(?<=.)\/$/, '') : text, type]);
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

const CLAIMS = new WeakMap<Cluster, ReadonlyMap<string, readonly IngressPath[]>>();

function claimsOf(cluster: Cluster): ReadonlyMap<string, readonly IngressPath[]> {
  let claims = CLAIMS.get(cluster);
  if (!claims) {
    const built = new Map<string, IngressPath[]>();
    for (const path of ingressesOf(cluster).flatMap(({ rules }) => rules.flatMap(({ paths }) => paths))) {
      const claim = claimOf(path);
      if (claim !== undefined) built.set(claim, [...(built.get(claim) ?? []), path]);
    }
    claims = built;
    CLAIMS.set(cluster, claims);
  }
  return claims;
}

/**
 * The first path that claims the same host, path and path type as another one, which therefore never gets a request. Rules for every host of
 * several Ingresses are too common in collections of examples to tell anything.
 */
export function findRivalPath(path: IngressPath, cluster: Cluster): RivalPath | undefined {
  const { ingress, host } = path.rule;
  const [claim, target] = [claimOf(path), targetOf(path)];
  const claimed = claim === undefined ? [] : (claimsOf(cluster).get(claim) ?? []);
  const rival = claimed.slice(0, claimed.indexOf(path)).find(({ rule: { ingress: other } }) => areServedTogether(other, ingress, cluster));
  const other = rival && targetOf(rival);
  if (!rival || target === undefined || other === undefined) return undefined;
  const isOfSameIngress = rival.rule.ingress === ingress;
  if (!isOfSameIngress && (valueOf(host) === '' || target === other)) return undefined;
  return { rival, isOfSameIngress, isSameTarget: target === other };
}
