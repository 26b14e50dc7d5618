import type { Source } from './source.ts';

/** Checks of roles and bindings. */
export const RBAC_CHECKS = {
  'policy-rule/verbs-required': 'rbac.authorization.k8s.io/v1 PolicyRule.verbs',
  'policy-rule/api-groups-required': 'rbac.authorization.k8s.io/v1 PolicyRule.apiGroups',
  'policy-rule/resources-required': 'rbac.authorization.k8s.io/v1 PolicyRule.resources',
  'policy-rule/non-resource-urls': 'rbac.authorization.k8s.io/v1 PolicyRule.nonResourceURLs',
  'cluster-role/selectors-required': 'rbac.authorization.k8s.io/v1 AggregationRule.clusterRoleSelectors',
  'role-ref/api-group-unsupported': 'rbac.authorization.k8s.io/v1 RoleRef.apiGroup',
  'role-ref/kind-unsupported': 'rbac.authorization.k8s.io/v1 RoleRef.kind',
  'role-ref/name-required': 'rbac.authorization.k8s.io/v1 RoleRef.name',
  'role-ref/name': 'rbac.authorization.k8s.io/v1 RoleRef.name',
  'subject/kind-unsupported': 'rbac.authorization.k8s.io/v1 Subject.kind',
  'subject/name-required': 'rbac.authorization.k8s.io/v1 Subject.name',
  'subject/name': 'rbac.authorization.k8s.io/v1 Subject.name',
  'subject/api-group-unsupported': 'rbac.authorization.k8s.io/v1 Subject.apiGroup',
  'subject/namespace-required': 'rbac.authorization.k8s.io/v1 Subject.namespace',
} as const satisfies Record<string, Source>;
