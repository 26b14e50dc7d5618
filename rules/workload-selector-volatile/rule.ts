import { defineRule, findVolatility, fixOf, giverOf, labelOf, removeKey, valueOf, type Volatility } from '../../src/core/api.ts';

const HOLDS: Readonly<Record<Volatility, string>> = {
  hash: 'a hash of the pods',
  chart: 'the version of the chart',
  version: 'the version',
  build: 'a build',
  'image-tag': 'the image tag',
};

export default defineRule({
  id: 'workload-selector-volatile',
  title: 'The immutable selector holds a label that changes with every release, so the next upgrade fails',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'pod-template',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { volatile: 'warning' },
  facts: ['S-017', 'S-021'],

  *check(template) {
    const { selector, workload } = template;
    // A Job makes its own selector, and nobody upgrades one.
    if (!selector || workload.kind === 'Job') return;
    for (const requirement of selector.requirements) {
      const why = findVolatility(requirement, [template]);
      // A label that a kustomization puts into selectors is told once, where it is given.
      if (!why || giverOf(requirement)) continue;
      const value = requirement.values.map(field => valueOf(field) ?? '').join();
      const help = `Remove ${requirement.key} from matchLabels, selectors never change`;
      yield {
        variant: 'volatile',
        message: `The selector of ${labelOf(workload)} holds ${HOLDS[why]}, so the next upgrade is refused`,
        at: requirement.at,
        help,
        related: [
          {
            at: template.labels.entries.get(requirement.key)?.at ?? template.labels.at,
            note: `${requirement.key} of the pods is "${value}" in this release only`,
          },
        ],
        fixes: selector.requirements.length > 1 ? fixOf(`Remove ${requirement.key} from the selector`, 'unsafe', removeKey(requirement.at)) : [],
      };
    }
  },
});
