import type { Cursor } from '../../../../yaml/cursor.ts';
import type { CheckId } from '../../checks/index.ts';
import { isEmpty, textOf } from '../../read.ts';
import type { RefusalOptions, Refusals } from '../../refusals.ts';

type FaultsOf = (text: string) => readonly string[];

/** How one field is checked: by which check, and at which path the server reports it. */
export interface TextCheck {
  readonly check: CheckId;
  readonly options?: RefusalOptions;
}

/** Refuses a field that is proven to be absent or empty; true where it is. */
export function requireField(at: Cursor<unknown>, to: Refusals, { check, options = {} }: TextCheck, detail?: string): boolean {
  if (!isEmpty(at)) return false;
  to.required(check, at, detail, options);
  return true;
}

/** Refuses a text for each fault of its form. An empty text has no form: whether it may be empty is another check. */
export function refuseFaults(at: Cursor<unknown>, to: Refusals, { check, options = {} }: TextCheck, faultsOf: FaultsOf): void {
  const text = textOf(at);
  if (text === undefined || text === '') return;
  for (const fault of faultsOf(text)) to.invalid(check, at, fault, options);
}

/** Refuses a written text that is none of the supported ones, which stand in the order in which the server lists them. */
export function refuseUnsupported(at: Cursor<unknown>, to: Refusals, { check, options = {} }: TextCheck, supported: readonly string[]): void {
  const field = at.string();
  if (field.state === 'known' && !supported.includes(field.value)) to.notSupported(check, at, supported, options);
}

/** Refuses every text that stands in the list before. Of a list with template lines nothing is proven: they may be branches. */
export function refuseDuplicates(list: Cursor<unknown>, texts: readonly Cursor<unknown>[], to: Refusals, check: CheckId): void {
  if (list.isOpen) return;
  const seen = new Set<string>();
  for (const at of texts) {
    const text = textOf(at);
    if (text === undefined || text === '') continue;
    if (seen.has(text)) to.duplicate(check, at);
    seen.add(text);
  }
}
