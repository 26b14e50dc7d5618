import { defineRule, describeMapping, fieldNameOf, fixOf, labelOf, renameKey, type Cause, type Cursor } from '../../src/core/api.ts';

/** The mapping that the field stands in. */
function homeOf(cursor: Cursor<unknown>): string {
  return cursor.parent ? describeMapping(cursor.parent) : 'the object itself';
}

function helpOf(meant: Cause['meant']): string {
  if (meant === undefined) return 'Remove the field, or write the one that is meant';
  return `Write "${meant.name}"${meant.kind === 'replaced' ? ', which replaced it' : ''}`;
}

export default defineRule({
  id: 'unknown-field',
  title: 'The field does not exist, so strict validation refuses the object and any other drops the field',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['decode/unknown-field', 'schema-file/unknown-field'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { unknown: 'error', near: 'error', replaced: 'error' },
  facts: ['S-012', 'S-070', 'S-361'],

  *check({ resource, cause, isCarried }) {
    const { at, cursor } = cause;
    const meant = 'meant' in cause ? cause.meant : undefined;
    // A newer definition may have the field.
    if (isCarried && meant?.fits !== true) return;
    const name = fieldNameOf(cursor);
    yield {
      variant: meant === undefined ? 'unknown' : meant.kind === 'replaced' ? 'replaced' : 'near',
      message: `${labelOf(resource)} has no field "${name}" in ${homeOf(cursor)}, so the API server refuses it`,
      at: at.atKey,
      help: helpOf(meant),
      fixes: meant?.kind === 'renamed' && meant.fits ? fixOf(`Rename the field to "${meant.name}"`, 'unsafe', renameKey(at, meant.name)) : [],
    };
  },
});
