import { defineRule, fieldNameOf, fixOf, labelOf, refusedPortOf } from '../../src/core/api.ts';
import type { Cursor } from '../../src/core/api.ts';

/** The action that a port of a probe or hook belongs to: `httpGet`. */
function ownerOf(path: string): string {
  return path.split('.').at(-2) ?? '';
}

/** Whether the number stays the same without its quotes. */
function isQuotedNumber(cursor: Cursor<unknown>): boolean {
  return /^[1-9][0-9]{0,4}$/.test(cursor.text ?? '');
}

export default defineRule({
  id: 'target-port-quoted',
  title: 'A number in quotes is a port name, and no name, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['port/quoted-number'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { quoted: 'error' },
  facts: ['S-068', 'S-115'],

  *check(refusal) {
    const { resource, cause } = refusal;
    const digits = cause.cursor.text ?? '';
    const field = fieldNameOf(cause.cursor);
    const subject =
      field === 'targetPort'
        ? `${refusedPortOf(refusal)} sends to "${digits}", a number in quotes`
        : `${ownerOf(cause.at.path)} port of ${labelOf(resource)} is "${digits}" in quotes`;
    yield {
      variant: 'quoted',
      message: `${subject}, so the server refuses it`,
      at: cause.at,
      help: `Remove the quotes: ${digits}`,
      fixes: isQuotedNumber(cause.cursor) ? fixOf('Remove the quotes', 'safe', { file: cause.at.file, span: cause.at.valueSpan, newText: digits }) : [],
    };
  },
});
