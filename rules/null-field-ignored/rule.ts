import { defineRule, labelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'null-field-ignored',
  title: 'The selector of a Service is written without a value, so it counts as absent',
  category: 'schema',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { empty: 'warning' },
  facts: ['S-009', 'S-012'],

  *check({ resource, spec }) {
    const selector = spec.get('selector');
    if (!selector.isWritten || !selector.isAbsent || selector.isOpen) return;
    yield {
      variant: 'empty',
      message: `Field "selector" of ${labelOf(resource)} has no value, so it counts as absent`,
      at: selector.at.atKey,
      help: 'Write the labels of the pods, indented below selector, or remove it',
    };
  },
});
