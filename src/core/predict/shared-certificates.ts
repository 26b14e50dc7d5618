import { groupBy } from '../model/group-by.ts';
import { compareByName } from '../model/name-order.ts';
import { compareNamespaces, mayMeet } from '../model/namespace.ts';
import type { Cluster } from '../model/cluster.ts';
import { ingressesOf, type Ingress, type IngressTls } from '../model/ingress.ts';
import { isOfKnownKind } from '../model/resource.ts';
import { valueOf } from '../yaml/field.ts';

/** Annotations that let cert-manager make a Certificate for each Secret that `tls` names. */
const ISSUER = /^(?:cert-manager\.io|certmanager\.k8s\.io)\/(?:cluster-)?issuer$|^kubernetes\.io\/tls-acme$/;

function asksForCertificate({ annotations }: Ingress): boolean {
  return annotations.entries().some(({ key, value }) => ISSUER.test(key) && valueOf(value.string()) !== 'false');
}

/** The hosts of a certificate as one text, whatever their order; undefined where one is not known. */
function hostsOf({ hosts, hostsOpen }: IngressTls): string | undefined {
  const names = hosts.map(valueOf);
  return hostsOpen || names.includes(undefined) ? undefined : [...new Set(names)].sort().join(' ');
}

/** Whether the set has or may have a Certificate of its own for the Secret: then nothing is made for an Ingress. */
function hasCertificate({ ingress, secretName }: IngressTls, cluster: Cluster): boolean {
  if (!cluster.resources.every(isOfKnownKind)) return true;
  return cluster.ofKind('Certificate', 'cert-manager.io', 'certmanager.k8s.io').some(certificate => {
    const own = certificate.body.get('spec').get('secretName').string();
    return (own.state === 'unknown' || valueOf(own) === valueOf(secretName)) && mayMeet(certificate, ingress.resource);
  });
}

const ASKED = new WeakMap<Cluster, ReadonlyMap<string | undefined, readonly IngressTls[]>>();

/** What Ingresses let cert-manager write, by the name of the Secret. */
function askedFor(cluster: Cluster): ReadonlyMap<string | undefined, readonly IngressTls[]> {
  let asked = ASKED.get(cluster);
  if (!asked) {
    const asking = ingressesOf(cluster).filter(ingress => asksForCertificate(ingress) && !cluster.isAlternative(ingress.resource));
    asking.sort((a, b) => compareByName(a.resource, b.resource));
    asked = groupBy(
      asking.flatMap(({ tls }) => tls),
      ({ secretName }) => valueOf(secretName),
    );
    ASKED.set(cluster, asked);
  }
  return asked;
}

/**
 * The certificate of an earlier Ingress that cert-manager writes into the same Secret, though it is for other hosts: then the two replace each
 * other. cert-manager names the Certificate that it makes after the Secret.
 */
export function findRivalCertificate(tls: IngressTls, cluster: Cluster): IngressTls | undefined {
  const [name, hosts] = [valueOf(tls.secretName), hostsOf(tls)];
  const asked = name === undefined || hosts === undefined ? [] : (askedFor(cluster).get(name) ?? []);
  const isRival = (other: IngressTls): boolean =>
    other.ingress !== tls.ingress &&
    compareNamespaces(other.ingress.resource.namespace, tls.ingress.resource.namespace) === 'yes' &&
    ![undefined, hosts].includes(hostsOf(other));
  for (const other of asked) {
    if (other === tls) return undefined;
    if (isRival(other)) return hasCertificate(tls, cluster) ? undefined : other;
  }
  return undefined;
}
