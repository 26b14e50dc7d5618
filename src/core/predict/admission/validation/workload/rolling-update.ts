import type { RollingUpdateDaemonSet, RollingUpdateDeployment } from 'kubernetes-types/apps/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { percentFaults } from '../../formats.ts';
import { pointerOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';

type Amount = number | string;

/** A number of pods or a share of them as the server holds it, its default in place; undefined where it is not known. */
function amountOf(field: Cursor<Amount>, byDefault: Amount): Amount | undefined {
  const written = pointerOf(field.intOrString());
  return written === null ? byDefault : written;
}

/** What the server counts: the number, the percentage, and 0 for a text that is neither. */
function sizeOf(amount: Amount): number {
  if (typeof amount === 'number') return amount;
  if (percentFaults(amount).length === 0) return Number(amount.slice(0, -1));
  return /^[-+]?[0-9]+$/.test(amount) ? Number(amount) : 0;
}

/** A number that is not negative or a percentage (`ValidatePositiveIntOrPercent`). */
export function validateIntOrPercent(field: Cursor<Amount>, to: Refusals): void {
  const amount = pointerOf(field.intOrString());
  if (typeof amount === 'number' && amount < 0) to.invalid('apps/rolling-update-number', field, 'must be greater than or equal to 0');
  if (typeof amount === 'string') for (const fault of percentFaults(amount)) to.invalid('apps/rolling-update-number', field, fault);
}

/** No share is more than all (`IsNotMoreThan100Percent`). */
export function validateAtMostAll(field: Cursor<Amount>, to: Refusals): void {
  const amount = pointerOf(field.intOrString());
  if (typeof amount !== 'string' || percentFaults(amount).length > 0) return;
  if (sizeOf(amount) > 100) to.invalid('apps/rolling-update-number', field, 'must not be greater than 100%');
}

/** Of a Deployment: both default to 25%, and one of them must let a pod go or come (`ValidateRollingUpdateDeployment`). */
export function validateRollingUpdateOfDeployment(update: Cursor<RollingUpdateDeployment>, to: Refusals): void {
  const [maxUnavailable, maxSurge] = [update.get('maxUnavailable'), update.get('maxSurge')];
  validateIntOrPercent(maxUnavailable, to);
  validateIntOrPercent(maxSurge, to);
  const [unavailable, surge] = [amountOf(maxUnavailable, '25%'), amountOf(maxSurge, '25%')];
  if (unavailable !== undefined && surge !== undefined && sizeOf(unavailable) === 0 && sizeOf(surge) === 0) {
    to.invalid('apps/rolling-update-blocked', maxUnavailable, 'may not be 0 when `maxSurge` is 0', { value: unavailable });
  }
  validateAtMostAll(maxUnavailable, to);
}

/** Of a DaemonSet: 1 and 0 by default, and exactly one of them is not 0 (`ValidateRollingUpdateDaemonSet`). */
export function validateRollingUpdateOfDaemonSet(update: Cursor<RollingUpdateDaemonSet>, to: Refusals): void {
  const [maxUnavailable, maxSurge] = [update.get('maxUnavailable'), update.get('maxSurge')];
  for (const field of [maxUnavailable, maxSurge]) validateIntOrPercent(field, to);
  for (const field of [maxUnavailable, maxSurge]) validateAtMostAll(field, to);
  const [unavailable, surge] = [amountOf(maxUnavailable, 1), amountOf(maxSurge, 0)];
  if (unavailable === undefined || surge === undefined) return;
  if (sizeOf(unavailable) !== 0 && sizeOf(surge) !== 0) {
    to.invalid('apps/rolling-update-surge', maxSurge, 'may not be set when maxUnavailable is non-zero', { value: surge });
  } else if (sizeOf(unavailable) === 0 && sizeOf(surge) === 0) {
    to.required('apps/rolling-update-required', maxUnavailable, 'cannot be 0 when maxSurge is 0');
  }
}
