import { defineRule, fieldNameOf, holderOf, labelOf, showValue } from '../../src/core/api.ts';

export default defineRule({
  id: 'list-entry-duplicated',
  title: 'Two entries of a list have the same key, so the API server refuses the object',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['*-duplicated', 'mount/unique', 'device/unique'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { duplicated: 'error' },
  facts: ['S-183'],

  *check(refusal) {
    const { resource, cause } = refusal;
    const shown = cause.cursor.isScalar ? showValue(cause.cursor) : '';
    const field = fieldNameOf(refusal.cause.cursor);
    const holder = holderOf(refusal);
    yield {
      variant: 'duplicated',
      message:
        shown === ''
          ? `${labelOf(resource)} has the same entry twice in "${field}", so the API server refuses it`
          : `${field} ${shown} of ${holder} is given twice, so the API server refuses it`,
      at: cause.at,
      help: 'Remove one of the two entries, or give it a key of its own',
    };
  },
});
