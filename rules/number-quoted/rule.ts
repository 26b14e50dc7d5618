import { defineRule, describeField, fixOf, labelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'number-quoted',
  title: 'A number or boolean is wanted and the value is text in quotes',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['decode/number-quoted', 'custom-resource/number-quoted'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  dependsOn: ['style'],
  variants: { quoted: 'error' },
  facts: ['S-067'],

  *check({ resource, cause: { at, cursor } }) {
    const text = cursor.text ?? '';
    yield {
      variant: 'quoted',
      message: `Value "${text}" of ${describeField(cursor)} is text, so the API server refuses ${labelOf(resource)}`,
      at,
      help: 'Remove the quotes',
      fixes: fixOf('Remove the quotes', 'safe', { file: at.file, span: at.valueSpan, newText: text }),
    };
  },
});
