import { readQuantity, roundToMilli, type Quantity } from '../../../../model/quantity.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';

/** An amount in a list of resources as the server holds it: in thousandths, null as 0; undefined where it is not known. */
export function amountOf(cursor: Cursor<unknown>): Quantity | undefined {
  if (cursor.isAbsent) return { nanos: 0n, format: 'decimal' };
  const quantity = readQuantity(cursor);
  return quantity && roundToMilli(quantity);
}
