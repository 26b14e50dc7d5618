import { defineRule, fixOf, labelOf, textFieldsOf } from '../../src/core/api.ts';

const KINDS: Readonly<Record<string, string>> = { number: 'a number', bigint: 'a number', boolean: 'a boolean' };

export default defineRule({
  id: 'string-not-quoted',
  title: 'Text is wanted and the unquoted value is a number or boolean',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'resource',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  dependsOn: ['style'],
  variants: { 'not-quoted': 'error' },
  facts: ['S-003', 'S-069'],

  *check(resource) {
    for (const { what, value } of textFieldsOf(resource)) {
      const field = value.scalar();
      const kind = field.state === 'known' ? KINDS[typeof field.value] : undefined;
      if (kind === undefined) continue;
      const text = value.text ?? '';
      yield {
        variant: 'not-quoted',
        message: `Value ${text} of ${what} is ${kind}, so the API server refuses ${labelOf(resource)}`,
        at: field.at,
        help: 'Put the value in double quotes',
        fixes: fixOf('Put the value in double quotes', 'safe', { file: field.at.file, span: field.at.valueSpan, newText: `"${text}"` }),
      };
    }
  },
});
