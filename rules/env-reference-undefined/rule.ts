import { containerSubjectOf, defineRule, findUndefinedReferences } from '../../src/core/api.ts';

export default defineRule({
  id: 'env-reference-undefined',
  title: 'Nothing defines the variable of a $(NAME), so the process sees the text as it stands',
  category: 'api',
  severity: 'warning',
  presets: ['strict'],
  subject: 'container',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { undefined: 'warning', later: 'warning' },
  facts: ['S-240'],

  *check(container, { cluster }) {
    for (const { name, at, later } of findUndefinedReferences(container, cluster)) {
      yield {
        variant: later ? 'later' : 'undefined',
        message: later
          ? `${containerSubjectOf(container)} uses $(${name}) before its definition, so the text stays as it is`
          : `${containerSubjectOf(container)} uses $(${name}), which nothing defines, so the text stays as it is`,
        at: at.at,
        help: later ? `Move the definition of ${name} before this one` : `Define ${name} under env, or write $$(${name}) if the text is meant`,
        related: later ? [{ at: later.at, note: `"${name}" is defined here, which is too late` }] : [],
      };
    }
  },
});
