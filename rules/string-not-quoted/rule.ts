import { defineRule, describeField, fixOf, labelOf, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'string-not-quoted',
  title: 'Text is wanted and the unquoted value is a number or boolean',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['decode/string-not-quoted', 'custom-resource/string-not-quoted'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  dependsOn: ['style'],
  variants: { 'not-quoted': 'error' },
  facts: ['S-003', 'S-069'],

  *check({ resource, cause: { at, cursor } }) {
    const text = cursor.text ?? '';
    const kind = typeof valueOf(cursor.scalar()) === 'boolean' ? 'a boolean' : 'a number';
    yield {
      variant: 'not-quoted',
      message: `Value ${text} of ${describeField(cursor)} is ${kind}, so the API server refuses ${labelOf(resource)}`,
      at,
      help: 'Put the value in double quotes',
      fixes: fixOf('Put the value in double quotes', 'safe', { file: at.file, span: at.valueSpan, newText: `"${text}"` }),
    };
  },
});
