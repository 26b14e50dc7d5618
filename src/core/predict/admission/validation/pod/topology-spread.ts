import type { TopologySpreadConstraint } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { isEmpty, numberOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { countKey, validateLabelKeys, warnOfNullSelector } from '../meta/label-keys.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { warnOfNodeLabel } from './node-selector.ts';
import type { PodContext } from './pod-context.ts';
import { refuseUnsupported } from '../meta/text.ts';

type Constraint = Cursor<TopologySpreadConstraint>;

/** Servers from here on put the keys of a pod into its selectors, and judge them there. */
const MERGES_KEYS_SINCE = 34;

function validateMinDomains(constraint: Constraint, to: Refusals): void {
  const [minDomains, action] = [constraint.get('minDomains'), textOf(constraint.get('whenUnsatisfiable'))];
  const count = minDomains.isPresent ? numberOf(minDomains) : undefined;
  if (count === undefined) return;
  if (count <= 0) to.invalid('topology-spread/number', minDomains, 'must be greater than zero');
  const detail = `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${String(action)}`;
  if (action !== undefined && action !== 'DoNotSchedule') to.invalid('topology-spread/min-domains', minDomains, detail);
}

function validateWhenUnsatisfiable(action: Cursor<string>, to: Refusals): void {
  const text = textOf(action);
  const supported = ['DoNotSchedule', 'ScheduleAnyway'];
  if (text !== undefined && !supported.includes(text)) to.notSupported('topology-spread/action-unsupported', action, supported, { value: text });
}

/** Keys that stand in the selector too, as servers see it that leave the selector as it is written. */
function validateLegacyKeys(constraint: Constraint, to: Refusals): void {
  for (const key of constraint.get('matchLabelKeys').items()) {
    const text = textOf(key);
    const count = text === undefined ? 0 : countKey(constraint.get('labelSelector'), text);
    const detail = 'exists in both matchLabelKeys and labelSelector';
    if (count !== undefined && count > 0) to.invalid('label-keys/in-selector', key, detail, { until: MERGES_KEYS_SINCE - 1 });
  }
}

function validateConstraint(constraint: Constraint, to: Refusals, context: PodContext): void {
  const [maxSkew, topologyKey, selector] = [constraint.get('maxSkew'), constraint.get('topologyKey'), constraint.get('labelSelector')];
  const skew = numberOf(maxSkew);
  if (skew !== undefined && skew <= 0) to.invalid('topology-spread/number', maxSkew, 'must be greater than zero', { value: skew });
  if (isEmpty(topologyKey)) to.required('topology-spread/key-required', topologyKey, 'can not be empty');
  warnOfNodeLabel(topologyKey, textOf(topologyKey), to, true);
  validateWhenUnsatisfiable(constraint.get('whenUnsatisfiable'), to);
  validateMinDomains(constraint, to);
  for (const policy of ['nodeAffinityPolicy', 'nodeTaintsPolicy'] as const) {
    refuseUnsupported(constraint.get(policy), to, { check: 'topology-spread/policy-unsupported' }, ['Honor', 'Ignore']);
  }
  validateLabelKeys(constraint.as(), to, { context, since: MERGES_KEYS_SINCE });
  validateLegacyKeys(constraint, to);
  if (selector.isMapping) validateLabelSelector(selector, to);
  warnOfNullSelector(selector, to);
}

/** Key and action of a constraint: a pod has one of each kind. */
function pairOf(constraint: Constraint): string | undefined {
  const [key, action] = [textOf(constraint.get('topologyKey')), textOf(constraint.get('whenUnsatisfiable'))];
  return key === undefined || action === undefined ? undefined : `{${key}, ${action}}`;
}

/** How a pod's like are to be spread over the nodes (`validateTopologySpreadConstraints`). */
export function validateTopologySpreadConstraints(list: Cursor<TopologySpreadConstraint[]>, to: Refusals, context: PodContext): void {
  const constraints = list.items();
  const pairs = constraints.map(pairOf);
  for (const [i, constraint] of constraints.entries()) {
    validateConstraint(constraint, to, context);
    const pair = pairs[i];
    if (pair === undefined || list.isOpen || !pairs.includes(pair, i + 1)) continue;
    to.duplicate('topology-spread/pair-duplicated', constraint, { field: `${constraint.fieldPath}.{topologyKey, whenUnsatisfiable}`, value: pair });
  }
}
