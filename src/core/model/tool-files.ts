import { findWorkloadKind } from './workload-kinds.ts';
import type { Resource } from './resource.ts';

/** Groups of tools whose files have apiVersion and kind and are never applied to a cluster. */
const TOOL_GROUPS = new Set([
  'apiserver.config.k8s.io',
  'apiserver.k8s.io',
  'audit.k8s.io',
  'backstage.io',
  'builtin',
  'chainsaw.kyverno.io',
  'cli.kyverno.io',
  'client.authentication.k8s.io',
  'config.gateway.envoyproxy.io',
  'config.k8s.io',
  'config.kueue.x-k8s.io',
  'controller-runtime.sigs.k8s.io',
  'credentialprovider.kubelet.k8s.io',
  'ctlptl.dev',
  'deploy.cloud.google.com',
  'devfile',
  'eksctl.io',
  'fn.kpt.dev',
  'garden.io',
  'helmfile.dev',
  'install.istio.io',
  'install.openshift.io',
  'k0sctl.k0sproject.io',
  'k3d.io',
  'kind.sigs.k8s.io',
  'kind.x-k8s.io',
  'kpt.dev',
  'krm.kpt.dev',
  'kubeadm.k8s.io',
  'kubecontrollermanager.config.k8s.io',
  'kubelet.config.k8s.io',
  'kubeproxy.config.k8s.io',
  'kubescheduler.config.k8s.io',
  'kustomize.config.k8s.io',
  'kuttl.dev',
  'mirror.openshift.io',
  'score.dev',
  'skaffold',
  'testing.kyverno.io',
  'tilt.dev',
]);

/** Kinds that tools write as `v1`: a kubeconfig, and lists of tools. */
const TOOL_KINDS = new Set(['Config', 'Manifest', 'Policy']);

/** Kinds of the core group, which a manifest with a wrong version still means. */
const CORE_KINDS = new Set(['Service', 'Ingress', 'ConfigMap', 'Secret', 'Namespace', 'Pod', 'NetworkPolicy', 'Endpoints', 'HorizontalPodAutoscaler']);

function isBuiltInKind(kind: string): boolean {
  return CORE_KINDS.has(kind) || ['', 'apps', 'batch'].some(group => findWorkloadKind(group, kind) !== undefined);
}

/** A file of another tool that has the form of an object: it may tell about the cluster and is not applied to one. */
export function isToolFile({ apiVersion, group, version, kind }: Resource): boolean {
  if (apiVersion === 'v1') return TOOL_KINDS.has(kind);
  // `apiVersion: v1beta1` alone is no version of the core group: a configuration file, or a Deployment whose group was left out.
  return TOOL_GROUPS.has(group) || (group === '' && version !== 'v1' && !isBuiltInKind(kind));
}
