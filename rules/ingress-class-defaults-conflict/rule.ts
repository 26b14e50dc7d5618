import { compareByName, defineRule, ingressClassesOf, labelOf, nameplateOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'ingress-class-defaults-conflict',
  title: 'Two IngressClasses claim to be the default, so their age decides which one takes an Ingress',
  category: 'routing',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'ingress-class',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { conflict: 'warning' },
  facts: ['S-258'],

  *check(own, { cluster }) {
    const defaults = ingressClassesOf(cluster).filter(({ isDefault, resource }) => isDefault === 'yes' && !cluster.isAlternative(resource));
    const [first] = [...defaults].sort((a, b) => compareByName(a.resource, b.resource));
    if (!first || first === own || !defaults.includes(own)) return;
    yield {
      variant: 'conflict',
      message: `${labelOf(own.resource)} and ${labelOf(first.resource)} are both the default, so their age decides`,
      at: own.resource.metadata.get('annotations').at,
      help: 'Remove is-default-class from all but one',
      related: [{ at: nameplateOf(first.resource), note: 'this one is the default too; old versions then refuse Ingresses without a class' }],
    };
  },
});
