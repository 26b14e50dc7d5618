import { defineRule, fieldNameOf, holderSubjectOf } from '../../src/core/api.ts';

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
  variants: { warned: 'warning' },
  facts: ['S-360'],

  *check(refusal) {
    const { at, cursor } = refusal.cause;
    const field = fieldNameOf(cursor);
    yield {
      variant: 'warned',
      message: `${holderSubjectOf(refusal)} is accepted, but the API server warns of its ${field === '' ? 'content' : field}`,
      at,
      help: 'Follow the advice in the sentence of the server',
    };
  },
});
