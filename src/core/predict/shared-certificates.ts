import { compareNamespaces, mayMeet } from '../model/namespace.ts';
import type { Cluster } from '../model/cluster.ts';
import { ingressesOf, type Ingress, type IngressTls } from '../model/ingress.ts';
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

/** Whether the set has a Certificate of its own for the Secret: then nothing is made for an Ingress. */
function hasCertificate({ ingress, secretName }: IngressTls, cluster: Cluster): boolean {
  return cluster.ofKind('Certificate', 'cert-manager.io', 'certmanager.k8s.io').some(certificate => {
    const own = certificate.body.get('spec').get('secretName').string();
    return (own.state === 'unknown' || valueOf(own) === valueOf(secretName)) && mayMeet(certificate, ingress.resource);
  });
}

/**
 * The certificate of an earlier Ingress that cert-manager writes into the same Secret, though it is for other hosts: then the two replace each
 * other. cert-manager names the Certificate that it makes after the Secret.
 */
export function findRivalCertificate(tls: IngressTls, cluster: Cluster): IngressTls | undefined {
  const { ingress } = tls;
  const [name, hosts] = [valueOf(tls.secretName), hostsOf(tls)];
  if (name === undefined || hosts === undefined || !asksForCertificate(ingress) || hasCertificate(tls, cluster)) return undefined;
  const ingresses = ingressesOf(cluster);
  const earlier = ingresses
    .slice(0, ingresses.indexOf(ingress))
    .filter(
      other =>
        asksForCertificate(other) &&
        compareNamespaces(other.resource.namespace, ingress.resource.namespace) === 'yes' &&
        !cluster.isAlternative(other.resource),
    );
  return earlier.flatMap(other => other.tls).find(other => valueOf(other.secretName) === name && ![undefined, hosts].includes(hostsOf(other)));
}
