import { defineRule, findMisreadScalars, fixOf, labelOf, type FileEdit, type MisreadScalar } from '../../src/core/api.ts';

function messageOf({ text, value }: MisreadScalar, label: string): string {
  return `"${text}" stands in ${label} without quotes, so it is read as ${value}`;
}

/** Quotes keep a text; a number is written as it is read. */
function editOf({ at, text, value, why }: MisreadScalar): FileEdit {
  return { file: at.file, span: at.valueSpan, newText: why === 'number-notation' ? value : `"${text}"` };
}

export default defineRule({
  id: 'yaml-scalar-changes-value',
  title: 'YAML reads the unquoted text as another value than it looks',
  category: 'schema',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'resource',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  dependsOn: ['style', 'placeholders'],
  variants: { 'number-notation': 'warning', 'word-among-texts': 'warning', 'version-number': 'warning' },
  facts: ['S-003'],

  *check(resource) {
    for (const scalar of findMisreadScalars(resource)) {
      yield {
        variant: scalar.why,
        message: messageOf(scalar, labelOf(resource)),
        at: scalar.at,
        help: scalar.why === 'number-notation' ? `Write ${scalar.value}` : 'Put the value in double quotes',
        related: scalar.sibling ? [{ at: scalar.sibling, note: 'the value beside it is text' }] : [],
        fixes: fixOf(
          scalar.why === 'number-notation' ? `Write ${scalar.value}` : 'Quote the value',
          scalar.why === 'number-notation' ? 'safe' : 'unsafe',
          editOf(scalar),
        ),
      };
    }
  },
});
