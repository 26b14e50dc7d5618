import type { AggregationRule, PolicyRule } from 'kubernetes-types/rbac/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { countOf, isSet } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';

/** A PolicyRule speaks of resources or, in a ClusterRole, of URLs, never of both (`ValidatePolicyRule`). */
export function validatePolicyRule(rule: Cursor<PolicyRule>, to: Refusals, scope: 'Namespaced' | 'Cluster'): void {
  if (countOf(rule.get('verbs')) === 0) to.required('policy-rule/verbs-required', rule.get('verbs'), 'verbs must contain at least one value');
  const urls = rule.get('nonResourceURLs');
  if (isSet(urls)) validateNonResourceURLs(rule, to, scope);
  if (countOf(urls) !== 0) return;
  const [groups, resources] = [rule.get('apiGroups'), rule.get('resources')];
  if (countOf(groups) === 0) to.required('policy-rule/api-groups-required', groups, 'resource rules must supply at least one api group');
  if (countOf(resources) === 0) to.required('policy-rule/resources-required', resources, 'resource rules must supply at least one resource');
}

function validateNonResourceURLs(rule: Cursor<PolicyRule>, to: Refusals, scope: 'Namespaced' | 'Cluster'): void {
  const urls = rule.get('nonResourceURLs');
  if (scope === 'Namespaced') to.invalid('policy-rule/non-resource-urls', urls, 'namespaced rules cannot apply to non-resource URLs');
  if ([rule.get('apiGroups'), rule.get('resources'), rule.get('resourceNames')].some(isSet)) {
    to.invalid('policy-rule/non-resource-urls', urls, 'rules cannot apply to both regular resources and non-resource URLs');
  }
}

/** An AggregationRule selects other ClusterRoles; what is wrong with a selector is told a second time of the whole of it. */
export function validateAggregationRule(rule: Cursor<AggregationRule>, to: Refusals): void {
  const selectors = rule.get('clusterRoleSelectors');
  if (countOf(selectors) === 0) {
    to.required('cluster-role/selectors-required', selectors, 'at least one clusterRoleSelector required if aggregationRule is non-nil');
  }
  for (const selector of selectors.items()) {
    const before = to.causes.length;
    validateLabelSelector(selector, to);
    const fault = to.causes[before];
    if (fault) to.invalid(fault.check, fault.cursor, 'invalid label selector.', { field: selector.fieldPath, value: null });
  }
}
