import type { MatchResources } from 'kubernetes-types/admissionregistration/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { Refusals } from '../../refusals.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { validateMatchPolicy } from './webhook.ts';
import { validateNamedRule } from './webhook-rule.ts';

/** `validateMatchResources`: what an admission policy or a binding is for. */
export function validateMatchResources(resources: Cursor<MatchResources>, to: Refusals): void {
  validateMatchPolicy(resources.get('matchPolicy'), to);
  for (const selector of [resources.get('namespaceSelector'), resources.get('objectSelector')]) validateLabelSelector(selector, to);
  for (const rules of [resources.get('resourceRules'), resources.get('excludeResourceRules')]) {
    for (const rule of rules.items()) validateNamedRule(rule, to);
  }
}
