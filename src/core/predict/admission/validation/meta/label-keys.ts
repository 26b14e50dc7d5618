import type { LabelSelector } from 'kubernetes-types/meta/v1.d.ts';
import type { Minor, MinorRange } from '../../../../schema/schema.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { isSet, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateLabelName } from '../pod/node-selector.ts';
import type { PodContext } from '../pod/pod-context.ts';

/** A term of pod affinity or topology spread, which can compare pods by keys of their labels. */
export interface KeyedTerm {
  readonly labelSelector?: LabelSelector;
  readonly matchLabelKeys?: readonly string[];
  readonly mismatchLabelKeys?: readonly string[];
}

/** Warns of a selector that is not written, which matches no pod. */
export function warnOfNullSelector(selector: Cursor<LabelSelector>, to: Refusals): void {
  if (selector.isAbsent) to.warn('pod/null-selector-warning', selector, `${selector.fieldPath}: a null labelSelector results in matching no pod`);
}

function validateKeys(keys: Cursor<readonly string[]>, to: Refusals, selector: Cursor<LabelSelector>): void {
  if (!isSet(keys)) return;
  if (selector.isAbsent) to.forbidden('label-keys/need-selector', keys, 'must not be specified when labelSelector is not set');
  else for (const key of keys.items()) validateLabelName(key, to);
}

/** How often a selector asks for a key; undefined where template lines may be branches. */
export function countKey(selector: Cursor<LabelSelector>, key: string): number | undefined {
  const [labels, expressions] = [selector.get('matchLabels'), selector.get('matchExpressions')];
  if (selector.isOpen || labels.isOpen || expressions.isOpen) return undefined;
  const asked = expressions.items().filter(expression => textOf(expression.get('key')) === key).length;
  return asked + (labels.entries().some(entry => entry.key === key) ? 1 : 0);
}

/**
 * A key that the selector asks for as well. A Pod gets a requirement for each key that its labels have, so once is too often there; in a
 * template, what is written stands. The server counts the keys at the term itself.
 */
function validateKeysApart(term: Cursor<KeyedTerm>, to: Refusals, { context, range }: { readonly context: PodContext; readonly range: MinorRange }): void {
  const labels = context.metadata.get('labels').entries();
  for (const [i, at] of term.get('matchLabelKeys').items().entries()) {
    const key = textOf(at);
    const count = key === undefined ? undefined : countKey(term.get('labelSelector'), key);
    if (count === undefined) continue;
    const added = !context.isTemplate && labels.some(label => label.key === key) ? 1 : 0;
    const detail = 'exists in both matchLabelKeys and labelSelector';
    for (let n = 1; n < count + added; n++) to.invalid('label-keys/in-selector', at, detail, { ...range, field: `${term.fieldPath}[${String(i)}]` });
  }
}

function validateKeysDiffer(term: Cursor<KeyedTerm>, to: Refusals): void {
  const other = new Set(
    term
      .get('mismatchLabelKeys')
      .items()
      .map(key => textOf(key)),
  );
  for (const key of term.get('matchLabelKeys').items()) {
    const text = textOf(key);
    if (text !== undefined && other.has(text)) to.invalid('label-keys/in-both', key, 'exists in both matchLabelKeys and mismatchLabelKeys');
  }
}

/** Keys whose values a pod's own labels tell (`matchLabelKeys`, `mismatchLabelKeys`), for servers from `since` on. */
export function validateLabelKeys(term: Cursor<KeyedTerm>, to: Refusals, { context, since }: { readonly context: PodContext; readonly since: Minor }): void {
  const selector = term.get('labelSelector');
  validateKeys(term.get('matchLabelKeys'), to, selector);
  validateKeys(term.get('mismatchLabelKeys'), to, selector);
  if (selector.isMapping) validateKeysApart(term, to, { context, range: { since } });
  if (!term.isOpen) validateKeysDiffer(term, to);
}
