import { defineRule, describeField, findNearest, fixOf, labelOf, setScalar, showValue, type Cause, type Warning } from '../../src/core/api.ts';

/** More values than these are left to the server's sentence. */
const MOST_LISTED = 6;

function supportedBy(cause: Cause | Warning): readonly string[] {
  return 'supported' in cause ? (cause.supported ?? []) : [];
}

function helpOf(near: string | undefined, supported: readonly string[]): string {
  if (near !== undefined) return `Write "${near}"`;
  if (supported.length === 0 || supported.length > MOST_LISTED) return 'Write a value that the field takes';
  return `Write ${supported.map(value => `"${value}"`).join(' or ')}`;
}

export default defineRule({
  id: 'value-unsupported',
  title: 'The value is none of those that the field takes',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['*-unsupported'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { near: 'error', unsupported: 'error' },
  facts: ['S-113', 'S-123', 'S-137', 'S-145', 'S-147', 'S-186', 'S-245'],

  *check({ resource, cause, isCarried }) {
    const { at, cursor } = cause;
    const supported = supportedBy(cause);
    const near = cursor.isScalar && cursor.text !== '' ? findNearest(cursor.text ?? '', supported, value => value) : undefined;
    // A newer definition may take the value.
    if (isCarried && near === undefined) return;
    yield {
      variant: near === undefined ? 'unsupported' : 'near',
      message: `Value ${showValue(cursor)} is unknown in ${describeField(cursor)}, so the API server refuses ${labelOf(resource)}`,
      at,
      help: helpOf(near, supported),
      fixes: near === undefined || !cursor.isWritten ? [] : fixOf(`Change the value to "${near}"`, 'unsafe', setScalar(at, near)),
    };
  },
});
