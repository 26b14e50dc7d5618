import type { Cluster } from '../../model/cluster.ts';
import { compareNamespaces, RELEASE_NAMESPACE } from '../../model/namespace.ts';
import { referencesOf } from '../../model/references/references.ts';
import type { KindName, Reference } from '../../model/references/reference.ts';
import { valueOf } from '../../yaml/field.ts';
import { BUILT_IN_CLUSTER_ROLE, BUILT_IN_ROLE } from './built-in-roles.ts';
import { isClaimOfTemplate } from './claim-templates.ts';
import { mayBeEmbedded } from './embedded-objects.ts';
import { mayBeDerived } from './derived-names.ts';
import { mayBeNamedByProgram } from './names-in-texts.ts';
import { standsWhereNamed } from './resolve.ts';
import { isClusterWide, isOfKind, splitKind } from './same-kind.ts';

/** Objects that every cluster or its control plane has, by kind and name. */
const OF_THE_CLUSTER: Readonly<Record<string, RegExp>> = {
  ClusterRole: BUILT_IN_CLUSTER_ROLE,
  Role: BUILT_IN_ROLE,
  // The control plane of Istio writes its root into every namespace.
  ConfigMap: /^(?:kube-root-ca\.crt|istio-ca-root-cert|openshift-service-ca\.crt|extension-apiserver-authentication|cluster-info|coredns|kube-proxy)$/,
  ServiceAccount: /^default$/,
  Namespace: /^(?:default|kube-.*|openshift-.*)$/,
  PriorityClass: /^(?:system-.*|openshift-user-critical|gmp-critical)$/,
  RuntimeClass: /^(?:gvisor|kata-mshv-vm-isolation|nvidia)$/,
  // Classes that providers bring, and clusters for a desk.
  StorageClass:
    /^(?:standard|default|local-path|hostpath|microk8s-hostpath|gp[23]|(?:standard|premium)-rw[ox]|managed(?:-csi)?(?:-premium)?|azure(?:file|disk).*|do-block-storage.*|linode-block-storage.*|hcloud-volumes|vultr-block-storage.*)$/,
  Service: /^(?:kubernetes|kube-dns)$/,
  // Made for each ServiceAccount by versions before 1.24, and by OpenShift.
  Secret: /-(?:token|dockercfg)-[a-z0-9]{5}$/,
};

/** Whether every cluster, its provider or its control plane has an object of that name; who installs a chart has its namespace. */
export function isOfCluster(kind: string, name: string): boolean {
  return OF_THE_CLUSTER[kind]?.test(name) === true || (kind === 'Namespace' && name === RELEASE_NAMESPACE);
}

/** Ingresses and Gateways whose annotations let cert-manager or kube-lego write the Secrets that they name. */
function isMadeForItself({ from, row }: Reference): boolean {
  const keys = row.id === 'ingress-tls-secret' || row.id === 'listener-certificate' ? from.metadata.get('annotations').entries() : [];
  return keys.some(({ key }) =>
    /^(?:cert-manager\.io|certmanager\.k8s\.io|acme\.cert-manager\.io)\/|^kubernetes\.io\/tls-acme$|\/certificate|cert\.gardener\.cloud\//.test(key),
  );
}

/** Objects whose rows say that they make the named one; those whose name is not known may make any. */
function isMade(kind: KindName, name: string, { from, namespace }: Reference, cluster: Cluster): boolean {
  const references = referencesOf(cluster);
  return [...references.to(kind, name), ...references.to(kind, '')].some(
    maker => maker.row.verb === 'makes' && compareNamespaces(namespace ?? from.namespace, maker.namespace ?? maker.from.namespace) !== 'no',
  );
}

/** Whether an object of the kind has a name that is not known, so that it may be the one. */
function mayBeNamed(kind: KindName, reference: Reference, cluster: Cluster): boolean {
  return cluster
    .byName(splitKind(kind).kind, '')
    .some(target => target.name.state === 'unknown' && isOfKind(target, kind) && standsWhereNamed(reference, target, cluster) !== 'no');
}

/** Whether another scope of the run has the object, or one whose name is not known: without a namespace it may be in the same cluster. */
function mayBeInRun(wanted: KindName, name: string, { kinds, run }: Cluster): boolean {
  if (isClusterWide(wanted, kinds) !== true) return false;
  const { kind } = splitKind(wanted);
  return [...run.byName(kind, name), ...run.byName(kind, '')].some(target => target.name.state !== 'absent' && isOfKind(target, wanted));
}

/** Whether another scope of the run has an object that the reference may mean, and may be applied beside the one that names it. */
export function mayStandBeside(reference: Reference, cluster: Cluster): boolean {
  const { kind: wanted, from } = reference;
  if (wanted === undefined) return false;
  const { kind } = splitKind(wanted);
  return [...cluster.run.byName(kind, valueOf(reference.name) ?? ''), ...cluster.run.byName(kind, '')].some(
    target =>
      target.name.state !== 'absent' &&
      isOfKind(target, wanted) &&
      standsWhereNamed(reference, target, cluster) !== 'no' &&
      cluster.run.mayStandBeside(target, from),
  );
}

/**
 * Whether something that is in sight makes the named object, or may: a controller of a custom resource, a claim template, the control plane,
 * or a program of the set that is told the name (a Job that writes certificates).
 */
export function mayBeMade(reference: Reference, cluster: Cluster): boolean {
  const name = valueOf(reference.name);
  if (name === undefined || reference.kind === undefined) return true;
  const { kind } = splitKind(reference.kind);
  if (isOfCluster(kind, name) || isMadeForItself(reference)) return true;
  if (kind === 'PersistentVolumeClaim' && isClaimOfTemplate(name, reference, cluster)) return true;
  return (
    isMade(reference.kind, name, reference, cluster) ||
    mayBeInRun(reference.kind, name, cluster) ||
    mayBeNamed(reference.kind, reference, cluster) ||
    mayBeNamedByProgram(name, reference, cluster) ||
    mayBeEmbedded(reference.kind, name, cluster) ||
    mayBeDerived(name, reference, cluster)
  );
}
