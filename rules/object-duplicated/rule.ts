import { defineRule, findDuplicates, labelOf, nameplateOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'object-duplicated',
  title: 'The same object is written twice, and the later one overwrites the earlier',
  category: 'api',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'cluster',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  dependsOn: ['order'],
  variants: { overwritten: 'warning', copy: 'info' },
  facts: ['S-177'],

  *check(cluster) {
    for (const { earlier, later, isCopy } of findDuplicates(cluster)) {
      yield {
        variant: isCopy ? 'copy' : 'overwritten',
        message: `${labelOf(later)} is written twice, ${isCopy ? 'word for word, so one of the two does nothing' : 'so the later one overwrites the earlier'}`,
        at: nameplateOf(later),
        help: isCopy ? 'Remove one of the two' : 'Remove one of the two, or rename it',
        related: [{ at: nameplateOf(earlier), note: 'the earlier one stands here' }],
        resource: later,
      };
    }
  },
});
