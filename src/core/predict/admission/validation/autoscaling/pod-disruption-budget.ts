import type { PodDisruptionBudgetSpec } from 'kubernetes-types/policy/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { percentFaults } from '../../formats.ts';
import { pointerOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { KindValidator } from '../../validator.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { refuseUnsupported } from '../meta/text.ts';

/** A number of pods or a share of them, of which no more than all (`ValidatePositiveIntOrPercent`, `IsNotMoreThan100Percent`). */
function validateAmount(field: Cursor<number | string>, to: Refusals): void {
  const amount = pointerOf(field.intOrString());
  if (typeof amount === 'number' && amount < 0) to.invalid('pdb/amount', field, 'must be greater than or equal to 0');
  if (typeof amount !== 'string') return;
  const faults = percentFaults(amount);
  for (const fault of faults) to.invalid('pdb/amount', field, fault);
  if (faults.length === 0 && Number(amount.slice(0, -1)) > 100) to.invalid('pdb/amount', field, 'must not be greater than 100%');
}

/** `ValidatePodDisruptionBudgetSpec`. */
function validateSpec(spec: Cursor<PodDisruptionBudgetSpec>, to: Refusals): void {
  const [minAvailable, maxUnavailable] = [spec.get('minAvailable'), spec.get('maxUnavailable')];
  // Beside template lines the two may be branches of a condition.
  if (minAvailable.isPresent && maxUnavailable.isPresent && !spec.isOpen)
    to.invalid('pdb/both-amounts', spec, 'minAvailable and maxUnavailable cannot be both set');
  validateAmount(minAvailable, to);
  validateAmount(maxUnavailable, to);
  validateLabelSelector(spec.get('selector'), to);
  refuseUnsupported(spec.get('unhealthyPodEvictionPolicy'), to, { check: 'pdb/eviction-policy-unsupported', options: { since: 26 } }, [
    'AlwaysAllow',
    'IfHealthyBudget',
  ]);
}

export const POD_DISRUPTION_BUDGET: KindValidator = {
  validate(object, to) {
    validateSpec(object.get('spec').as<PodDisruptionBudgetSpec>(), to);
  },
};
