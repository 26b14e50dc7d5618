import { defineRule, fieldNameOf, holderOf, holderSubjectOf, showValue, type Refusal } from '../../src/core/api.ts';

type Variant = 'value' | 'forbidden' | 'too-long' | 'too-many' | 'rule';

interface Account {
  readonly variant: Variant;
  readonly message: string;
  readonly help: string;
}

/** What is written where something else belongs, or nothing where something does. */
function describeValue(refusal: Refusal): Account {
  const { cursor } = refusal.cause;
  const [field, variant] = [fieldNameOf(cursor), 'value'] as const;
  if (cursor.isAbsent) {
    const message = `${holderSubjectOf(refusal)} lacks ${field === '' ? 'what its kind needs' : field}, so the API server refuses it`;
    return { variant, message, help: 'Add it as the sentence of the server asks' };
  }
  const fit = cursor.isScalar ? `${field} ${showValue(cursor)} of ${holderOf(refusal)} is not taken` : `${field} of ${holderOf(refusal)} does not fit together`;
  return { variant, message: `${fit}, so the API server refuses it`, help: 'Change it as the sentence of the server asks' };
}

function describe(refusal: Refusal): Account {
  const { cause } = refusal;
  const field = fieldNameOf(cause.cursor);
  const which = field === '' ? 'A field' : field;
  if (cause.check === 'custom-resource/rule' || cause.check === 'custom-resource/alternatives') {
    const message = `${holderSubjectOf(refusal)} breaks a rule of its definition, so the API server refuses it`;
    return { variant: 'rule', message, help: field === '' ? 'Change it as the rule asks' : `Change ${field} as the rule asks` };
  }
  switch (cause.reason) {
    case 'FieldValueForbidden':
      return { variant: 'forbidden', message: `${which} of ${holderOf(refusal)} may not be set here, so the API server refuses it`, help: `Remove ${field}` };
    case 'FieldValueTooLong':
      return { variant: 'too-long', message: `${which} of ${holderOf(refusal)} is too long, so the API server refuses it`, help: `Shorten ${field}` };
    case 'FieldValueTooMany':
      return { variant: 'too-many', message: `${which} of ${holderOf(refusal)} has too many entries, so the API server refuses it`, help: 'Remove some of them' };
    default:
      return describeValue(refusal);
  }
}

export default defineRule({
  id: 'object-refused',
  title: 'A check of the API server that has no rule of its own refuses the object',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['*'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { value: 'error', forbidden: 'error', 'too-long': 'error', 'too-many': 'error', rule: 'error' },
  facts: ['S-065', 'S-361'],

  *check(refusal) {
    // That rules were not tried says nothing about the object: what kept them from it is told by itself.
    if (refusal.cause.check === 'custom-resource/rules-unchecked') return;
    yield { ...describe(refusal), at: refusal.cause.at };
  },
});
