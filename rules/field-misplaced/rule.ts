import { defineRule, describeMapping, fieldNameOf, fixOf, labelOf, moveEntry } from '../../src/core/api.ts';

export default defineRule({
  id: 'field-misplaced',
  title: 'A field stands at the wrong level, mostly by its indentation, so the API server refuses the object',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['decode/field-misplaced'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { misplaced: 'error' },
  facts: ['S-012', 'S-069', 'S-070'],

  *check({ resource, cause }) {
    const { at, cursor } = cause;
    const meant = 'meant' in cause ? cause.meant : undefined;
    if (!meant || !cursor.parent) return;
    const [here, there] = [describeMapping(cursor.parent), describeMapping(meant.mapping)];
    yield {
      variant: 'misplaced',
      message: `Field "${fieldNameOf(cursor)}" of ${labelOf(resource)} stands in ${here} and belongs in ${there}`,
      at: at.atKey,
      help: `Move the field to ${there}`,
      related: meant.mapping.isWritten && meant.mapping.parent ? [{ at: meant.mapping.at.atKey, note: 'it belongs in here' }] : [],
      fixes: fixOf(`Move the field to ${there}`, 'safe', ...(moveEntry(cursor, meant.mapping) ?? [undefined])),
    };
  },
});
