import { defineRule, labelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'flux-variable-unset',
  title: 'Nothing sets a variable of the set, so Flux puts an empty text in its place',
  category: 'references',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'release',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { unset: 'warning' },

  *check({ resource, faults }) {
    for (const { kind, subject, near, at } of faults) {
      if (kind !== 'variable-unset') continue;
      yield {
        variant: 'unset',
        at,
        resource,
        message: `${labelOf(resource)} applies \${${subject}}, which nothing sets, so Flux leaves it empty`,
        help: near === undefined ? `Set ${subject} in postBuild, or write $\${${subject}} for what is no variable` : `Name ${near}, which is set`,
      };
    }
  },
});
