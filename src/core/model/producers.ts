import type { Resource } from './resource.ts';

/** Groups of the Kubernetes API itself: their objects are all shown. */
const BUILT_IN = new Set(['', 'apps', 'batch', 'autoscaling', 'policy', 'extensions', 'events']);

/** Custom groups whose objects make neither pods nor Services, so that a set with them can still be whole. */
const PASSIVE_GROUPS = new Set([
  'gateway.networking.k8s.io',
  'networking.istio.io',
  'security.istio.io',
  'telemetry.istio.io',
  'cert-manager.io',
  'acme.cert-manager.io',
  'traefik.io',
  'traefik.containo.us',
  'external-secrets.io',
  'bitnami.com',
  'metallb.io',
  'metallb.universe.tf',
  'cilium.io',
  'crd.projectcalico.org',
  'projectcalico.org',
  'snapshot.storage.k8s.io',
  'secrets-store.csi.x-k8s.io',
  'route.openshift.io',
  'projectcontour.io',
  'cloud.google.com',
  'networking.gke.io',
  'keda.sh',
  'kyverno.io',
  'templates.gatekeeper.sh',
  'constraints.gatekeeper.sh',
  'k8s.cni.cncf.io',
  'policy.linkerd.io',
  'split.smi-spec.io',
  'specs.smi-spec.io',
  'access.smi-spec.io',
  'security.openshift.io',
  'monitoring.googleapis.com',
]);

/** Kinds of groups that are otherwise active and that make nothing themselves. */
const PASSIVE_KINDS = new Set([
  'monitoring.coreos.com/ServiceMonitor',
  'monitoring.coreos.com/PodMonitor',
  'monitoring.coreos.com/PrometheusRule',
  'monitoring.coreos.com/Probe',
  'monitoring.coreos.com/AlertmanagerConfig',
  'monitoring.coreos.com/ScrapeConfig',
  'argoproj.io/AppProject',
  'argoproj.io/AnalysisTemplate',
  'argoproj.io/ClusterAnalysisTemplate',
  'argoproj.io/Rollout',
  'kubevirt.io/VirtualMachine',
  'source.toolkit.fluxcd.io/GitRepository',
  'source.toolkit.fluxcd.io/HelmRepository',
  'linkerd.io/ServiceProfile',
]);

function isBuiltIn(group: string): boolean {
  return BUILT_IN.has(group) || (group.endsWith('.k8s.io') && !group.endsWith('.x-k8s.io') && group.split('.').length <= 4);
}

/** Whether an object can make pods or Services that no file shows: a custom resource of a kind that is not known to make none. */
export function mayProduce(resource: Resource): boolean {
  if (isBuiltIn(resource.group) || PASSIVE_GROUPS.has(resource.group)) return false;
  return !PASSIVE_KINDS.has(`${resource.group}/${resource.kind}`);
}
