import { defineRule, isUnused, labelOf, nameplateOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'secret-unused',
  title: 'Nothing in the set refers to this Secret',
  category: 'references',
  severity: 'info',
  presets: ['strict'],
  subject: 'resource',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { unused: 'info' },
  facts: ['v1 Secret'],

  *check(resource, { cluster }) {
    if (resource.kind !== 'Secret' || resource.group !== '' || !isUnused(resource, 'Secret', cluster)) return;
    yield {
      variant: 'unused',
      message: `Nothing in the set refers to ${labelOf(resource)}, so a change to it changes nothing`,
      at: nameplateOf(resource),
      help: 'Remove it, or suppress this where a program reads it by its name',
    };
  },
});
