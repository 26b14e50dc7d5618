import { defineRule, describeMapping, fieldNameOf, labelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'required-field-missing',
  title: 'A field that the API server requires is absent or empty',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['*-required'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { missing: 'error', empty: 'error' },
  facts: ['S-070'],

  *check({ resource, cause: { at, cursor } }) {
    const [name, home] = [fieldNameOf(cursor), cursor.parent ? describeMapping(cursor.parent) : 'the object itself'];
    const isMissing = cursor.isAbsent;
    yield {
      variant: isMissing ? 'missing' : 'empty',
      message: isMissing
        ? `${labelOf(resource)} lacks field "${name}" in ${home}, so the API server refuses it`
        : `Field "${name}" of ${labelOf(resource)} is empty, so the API server refuses it`,
      at: at.atKey,
      help: `${isMissing ? 'Add' : 'Fill in'} ${name}`,
    };
  },
});
