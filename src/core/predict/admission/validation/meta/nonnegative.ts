import type { Cursor } from '../../../../yaml/cursor.ts';
import type { CheckId } from '../../checks/index.ts';
import { numberOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';

/** Refuses a number below zero (`ValidateNonnegativeField`). */
export function validateNonnegative(check: CheckId, field: Cursor<unknown>, to: Refusals): void {
  if ((numberOf(field) ?? 0) < 0) to.invalid(check, field, 'must be greater than or equal to 0');
}
