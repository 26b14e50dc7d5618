import type { Source } from './source.ts';

/** Checks of ResourceQuotas, LimitRanges and PriorityClasses. */
export const QUOTA_CHECKS = {
  'quota/resource-name': 'v1 ResourceQuotaSpec.hard',
  'quota/amount': 'v1 ResourceQuotaSpec.hard',
  'quota/scope': 'v1 ResourceQuotaSpec.scopes',
  'quota/scope-resource': 'v1 ResourceQuotaSpec.scopes',
  'quota/scopes-conflict': 'v1 ResourceQuotaSpec.scopes',
  'quota/scope-operator': 'v1 ScopedResourceSelectorRequirement.operator',
  'quota/scope-values-required': 'v1 ScopedResourceSelectorRequirement.values',
  'quota/scope-values': 'v1 ScopedResourceSelectorRequirement.values',
  'limit-range/type': 'v1 LimitRangeItem.type',
  'limit-range/type-duplicated': 'v1 LimitRangeItem.type',
  'limit-range/resource-name': 'v1 LimitRangeItem',
  'limit-range/pod-default': 'v1 LimitRangeItem.default',
  'limit-range/storage-required': 'v1 LimitRangeItem',
  'limit-range/order': 'v1 LimitRangeItem',
  'limit-range/ratio': 'v1 LimitRangeItem.maxLimitRequestRatio',
  'limit-range/overcommit': 'v1 LimitRangeItem.defaultRequest',
  'priority-class/system-name': 'scheduling.k8s.io/v1 PriorityClass',
  'priority-class/value': 'scheduling.k8s.io/v1 PriorityClass.value',
  'priority-class/preemption-policy-required': 'scheduling.k8s.io/v1 PriorityClass.preemptionPolicy',
  'priority-class/preemption-policy-unsupported': 'scheduling.k8s.io/v1 PriorityClass.preemptionPolicy',
} as const satisfies Record<string, Source>;
