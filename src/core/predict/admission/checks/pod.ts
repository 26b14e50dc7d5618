import type { Source } from './source.ts';

/** Checks of the spec of a pod: scheduling, DNS, host, security context, service account. */
export const POD_CHECKS = {
  'pod/containers-required': 'v1 PodSpec.containers',
  'pod/ephemeral-containers': 'v1 PodSpec.ephemeralContainers',
  'pod/node-name-gated': 'v1 PodSpec.schedulingGates',
  'pod/annotation-deletion-cost': 'v1 Pod annotation controller.kubernetes.io/pod-deletion-cost',
  'pod/annotation-mirror': 'v1 Pod annotation kubernetes.io/config.mirror',
  'pod/annotation-seccomp': 'v1 Pod annotation seccomp.security.alpha.kubernetes.io/pod',
  'pod/annotation-app-armor': 'v1 Pod annotation container.apparmor.security.beta.kubernetes.io',
  'pod/annotation-tolerations': 'v1 Pod annotation scheduler.alpha.kubernetes.io/tolerations',
  'pod/annotation-profile-conflict': 'v1 SecurityContext.seccompProfile',
  'pod/annotation-seccomp-warning': 'S-200',
  'pod/annotation-app-armor-warning': 'S-360',
  'pod/restart-policy': 'v1 PodSpec.restartPolicy',
  'pod/restart-policy-unsupported': 'v1 PodSpec.restartPolicy',
  'pod/node-label-warning': 'S-200',
  'node-selector/key': 'S-001',
  'node-selector/value': 'S-002',
  'node-selector/operator': 'v1 NodeSelectorRequirement.operator',
  'node-selector/values-required': 'v1 NodeSelectorRequirement.values',
  'node-selector/values-forbidden': 'v1 NodeSelectorRequirement.values',
  'node-selector/value-warning': 'S-002',
  'node-selector/field-key': 'v1 NodeSelectorTerm.matchFields',
  'node-selector/terms-required': 'v1 NodeSelector.nodeSelectorTerms',
} as const satisfies Record<string, Source>;
