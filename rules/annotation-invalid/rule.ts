import { defineRule, keyOf, labelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'annotation-invalid',
  title: 'The API server refuses an annotation key',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['metadata/annotation-key'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { key: 'error' },
  facts: ['S-004'],

  *check({ resource, cause }) {
    yield {
      variant: 'key',
      message: `Annotation key "${keyOf(cause.cursor)}" of ${labelOf(resource)} has the wrong form, so it is refused`,
      at: cause.at.atKey,
      help: 'Use letters, digits, "-", "_" and ".", after a DNS name and one "/" if at all',
    };
  },
});
