import type { Source } from './source.ts';

/** Checks of the spec of a pod: scheduling, DNS, host, security context, service account. */
export const POD_CHECKS = {
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
