import type { HPAScalingPolicy, HPAScalingRules } from 'kubernetes-types/autoscaling/v2.d.ts';
import { readQuantity, renderQuantity } from '../../../../model/quantity.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { Untyped } from '../../../../yaml/untyped.ts';
import { countOf, numberOf, pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { refuseUnsupported } from '../meta/text.ts';

const MOST_STABILIZATION_SECONDS = 3600;
const MOST_PERIOD_SECONDS = 1800;

/** `validateScalingRules`: absent policies have defaults, an empty list has not. */
export function validateScalingRules(rules: Cursor<HPAScalingRules>, to: Refusals): void {
  validateStabilizationWindow(rules.get('stabilizationWindowSeconds'), to);
  refuseUnsupported(rules.get('selectPolicy'), to, { check: 'hpa/select-policy-unsupported' }, ['Disabled', 'Max', 'Min']);
  const policies = rules.get('policies');
  if (policies.isPresent && countOf(policies) === 0) to.required('hpa/policies-required', policies, 'must specify at least one Policy');
  for (const policy of policies.items()) validateScalingPolicy(policy, to);
  validateTolerance(rules.as<Untyped>().get('tolerance'), to);
}

function validateStabilizationWindow(window: Cursor<number>, to: Refusals): void {
  const seconds = pointerOf(window.number()) ?? 0;
  if (seconds < 0) to.invalid('hpa/stabilization-window', window, 'must be greater than or equal to zero');
  if (seconds > MOST_STABILIZATION_SECONDS)
    to.invalid('hpa/stabilization-window', window, `must be less than or equal to ${String(MOST_STABILIZATION_SECONDS)}`);
}

/** Kept by servers from 1.35 on, and before only where a feature is on. */
function validateTolerance(tolerance: Cursor<unknown>, to: Refusals): void {
  const quantity = readQuantity(tolerance);
  if (quantity && quantity.nanos < 0n)
    to.invalid('hpa/tolerance', tolerance, 'must be greater than or equal to 0', { value: renderQuantity(quantity), since: 35 });
}

function validateScalingPolicy(policy: Cursor<HPAScalingPolicy>, to: Refusals): void {
  const [type, value, period] = [policy.get('type'), policy.get('value'), policy.get('periodSeconds')];
  const text = textOf(type);
  if (text !== undefined && text !== 'Pods' && text !== 'Percent') to.notSupported('hpa/policy-type-unsupported', type, ['Percent', 'Pods']);
  const [amount, seconds] = [numberOf(value), numberOf(period)];
  if (amount !== undefined && amount <= 0) to.invalid('hpa/policy-value', value, 'must be greater than zero', { value: amount });
  if (seconds !== undefined && seconds <= 0) to.invalid('hpa/policy-period', period, 'must be greater than zero', { value: seconds });
  if (seconds !== undefined && seconds > MOST_PERIOD_SECONDS)
    to.invalid('hpa/policy-period', period, `must be less than or equal to ${String(MOST_PERIOD_SECONDS)}`);
}
