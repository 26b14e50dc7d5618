import { defineRule, fixOf, keyOf, labelOf, setScalar, suggestLabelValue, valueOf, type Cause, type Refusal } from '../../src/core/api.ts';

const LONGEST = 63;

/** Where the label is: on the object, on the pods that it makes, or in a selector. */
function placeOf({ resource, cause }: Refusal): string {
  const owner = labelOf(resource);
  if (cause.check.startsWith('selector/')) return `in a selector of ${owner}`;
  return cause.cursor.path.includes('template.metadata') ? `of the pods of ${owner}` : `of ${owner}`;
}

/** The key that is refused, or whose value is: the field's own, or that of the expression around a value. */
function labelKeyOf(cause: Refusal['cause']): string {
  const { cursor } = cause;
  if (cursor.index !== undefined)
    return valueOf(cursor.parent?.parent?.as<{ readonly key: string }>().get('key').string() ?? { state: 'absent', at: cause.at }) ?? '';
  return cause.check === 'selector/key' && keyOf(cursor) === 'key' ? (valueOf(cursor.string()) ?? '') : keyOf(cursor);
}

function isKey({ check }: Pick<Cause, 'check'>): boolean {
  return check.endsWith('-key') || check.endsWith('/key');
}

export default defineRule({
  id: 'label-invalid',
  title: 'The API server refuses a label key or value',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['metadata/label-key', 'metadata/label-value', 'selector/key', 'selector/value'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { key: 'error', value: 'error', length: 'error' },
  facts: ['S-001', 'S-002', 'S-013', 'S-122'],

  *check(refusal) {
    const { cause } = refusal;
    const [key, place] = [labelKeyOf(cause), placeOf(refusal)];
    if (isKey(cause)) {
      yield {
        variant: 'key',
        message: `Label key "${key}" ${place} has the wrong form, so it is refused`,
        at: cause.at.atKey,
        help: 'Use letters, digits, "-", "_" and ".", after a DNS name and one "/" if at all',
      };
      return;
    }
    const value = valueOf(cause.cursor.string()) ?? '';
    const suggestion = suggestLabelValue(value);
    const isLong = value.length > LONGEST;
    const fix = suggestion === undefined || isLong ? undefined : `Change the value to "${suggestion}"`;
    yield {
      variant: isLong ? 'length' : 'value',
      message: `Label "${key}" ${place} has ${isLong ? 'too long a value' : 'a value of the wrong form'}, so it is refused`,
      at: cause.at,
      help: isLong ? `Shorten the value to ${String(LONGEST)} characters, or make it an annotation` : (fix ?? 'Use letters, digits, "-", "_" and "."'),
      fixes: fix === undefined ? [] : fixOf(fix, 'unsafe', setScalar(cause.at, suggestion ?? '')),
    };
  },
});
