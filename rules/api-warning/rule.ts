import { defineRule, fieldNameOf, holderSubjectOf, type CheckId } from '../../src/core/api.ts';

/** Advice that changes nothing about what the object does. A certificate that stands in a file is nearly always a stand-in for the real one. */
const ADVICE: ReadonlySet<CheckId> = new Set(['crd-schema/format-warning', 'metadata/finalizer-warning', 'secret/key-pair-warning']);

export default defineRule({
  id: 'api-warning',
  title: 'The API server takes the object, but warns of it',
  category: 'api',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['*-warning'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { warned: 'warning', advice: 'info' },
  facts: ['S-360'],

  *check(refusal) {
    const { at, check, cursor } = refusal.cause;
    const field = fieldNameOf(cursor);
    yield {
      variant: ADVICE.has(check) ? 'advice' : 'warned',
      message: `${holderSubjectOf(refusal)} is accepted, but the API server warns of its ${field === '' ? 'content' : field}`,
      at,
      help: 'Follow the advice in the sentence of the server',
    };
  },
});
