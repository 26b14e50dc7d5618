import { defineRule, fieldNameOf, holderSubjectOf, showValue, type Cursor, type Refusal } from '../../src/core/api.ts';

type Variant = 'value' | 'forbidden' | 'too-long' | 'too-many' | 'rule';

interface Account {
  readonly variant: Variant;
  readonly message: string;
  readonly help: string;
}

/** Parts that every object has: what stands in them needs no other name. */
const TOP: ReadonlySet<string> = new Set(['', 'spec', 'metadata', 'data']);

/** The field as the message names it: with the one around it, where its own name may mean another. */
function namedField(cursor: Cursor<unknown>): string {
  const [field, around] = [fieldNameOf(cursor), cursor.parent ? fieldNameOf(cursor.parent) : ''];
  if (field === '' || field === around) return field === '' ? 'a field' : field;
  return TOP.has(around) || cursor.parent?.index !== undefined ? field : `${around}.${field}`;
}

/** What is written where something else belongs, or nothing where something does. */
function describeValue(refusal: Refusal, field: string): Account {
  const { cursor } = refusal.cause;
  const [subject, variant] = [holderSubjectOf(refusal), 'value'] as const;
  const help = 'Change it as the sentence of the server asks';
  if (cursor.isAbsent)
    return { variant, message: `${subject} lacks ${field}, so the API server refuses it`, help: 'Add it as the sentence of the server asks' };
  if (cursor.isScalar) return { variant, message: `${subject} has ${field} ${showValue(cursor)}, which the API server refuses`, help };
  return { variant, message: `${subject} contradicts itself in ${field}, so the API server refuses it`, help };
}

function describe(refusal: Refusal): Account {
  const { check, cursor, reason } = refusal.cause;
  const subject = holderSubjectOf(refusal);
  const field = namedField(cursor);
  if (check === 'custom-resource/rule' || check === 'custom-resource/alternatives') {
    const message = `${subject} breaks a rule of its definition, so the API server refuses it`;
    return { variant: 'rule', message, help: 'Change it as the sentence of the server asks' };
  }
  switch (reason) {
    case 'FieldValueForbidden':
      return { variant: 'forbidden', message: `${subject} sets ${field}, which it may not, so the API server refuses it`, help: `Remove ${field}` };
    case 'FieldValueTooLong':
      // The size of the whole object, such as that of all data of a ConfigMap.
      if (cursor.fieldPath === '')
        return { variant: 'too-long', message: `${subject} is larger than the API server takes, so it is refused`, help: 'Split it into several objects' };
      return { variant: 'too-long', message: `${subject} has ${field} that is too long, so the API server refuses it`, help: `Shorten ${field}` };
    case 'FieldValueTooMany':
      return { variant: 'too-many', message: `${subject} has too many ${field}, so the API server refuses it`, help: 'Remove some of them' };
    default:
      return describeValue(refusal, field);
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
