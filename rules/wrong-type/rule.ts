import {
  defineRule,
  describeField,
  describeFound,
  describeWanted,
  fieldNameOf,
  labelOf,
  showValue,
  type Cause,
  type Refusal,
  type Warning,
} from '../../src/core/api.ts';

type Variant = 'type' | 'number' | 'form';

function variantOf({ check }: Cause | Warning): Variant {
  if (check === 'decode/number-form') return 'number';
  return check === 'decode/time' ? 'form' : 'type';
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function messageOf({ resource, cause }: Refusal): string {
  const { cursor } = cause;
  const field = describeField(cursor);
  const wanted = describeWanted('wanted' in cause ? cause.wanted : undefined);
  const end = `so the API server refuses ${labelOf(resource)}`;
  if (variantOf(cause) === 'number') return `Number ${cursor.text ?? ''} does not fit into ${field}, ${end}`;
  if (variantOf(cause) === 'form' && cursor.isScalar) return `Value ${showValue(cursor)} of ${field} is not ${wanted}, ${end}`;
  return `${capitalized(field)} holds ${describeFound(cursor)} and not ${wanted}, ${end}`;
}

function helpOf({ cause }: Refusal): string {
  const { cursor } = cause;
  if (fieldNameOf(cursor) === 'matchLabels') return 'Write the labels under "selector" itself, without "matchLabels"';
  return `Write ${describeWanted('wanted' in cause ? cause.wanted : undefined)}`;
}

export default defineRule({
  id: 'wrong-type',
  title: 'The value has another type than the field, so the API server cannot read the object',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['decode/wrong-type', 'decode/number-form', 'decode/time', 'custom-resource/wrong-type', 'schema-file/wrong-type'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { type: 'error', number: 'error', form: 'error' },
  facts: ['S-012', 'S-067', 'S-069', 'S-361'],

  *check(refusal) {
    const { cause } = refusal;
    yield { variant: variantOf(cause), message: messageOf(refusal), at: cause.at, help: helpOf(refusal) };
  },
});
