import { defineRule, findWithoutClass, fixOf, insertKey, labelOf, nameplateOf, type Related, type WithoutClass } from '../../src/core/api.ts';

function relate({ evidence, witness, name }: WithoutClass): readonly Related[] {
  if (!witness) return [];
  const named = name === undefined ? 'a class' : `class "${name}"`;
  return [
    { at: nameplateOf(witness), note: evidence === 'classes' ? `${labelOf(witness)} is not marked as the default` : `${labelOf(witness)} names ${named}` },
  ];
}

export default defineRule({
  id: 'ingress-class-missing',
  title: 'No class is named and no default class is known, so no controller may take the Ingress',
  category: 'routing',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'ingress',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'no-default': 'warning', siblings: 'warning', unknown: 'info' },
  facts: ['S-258'],

  *check(ingress, { cluster }) {
    const found = findWithoutClass(ingress, cluster);
    if (!found) return;
    const { evidence, name } = found;
    const help = name === undefined ? 'Set spec.ingressClassName' : `Add ingressClassName: ${name}`;
    const why = { classes: 'and no IngressClass is the default', siblings: 'though others here do', nothing: 'so only a default class takes it' }[evidence];
    yield {
      variant: evidence === 'classes' ? 'no-default' : evidence === 'siblings' ? 'siblings' : 'unknown',
      message: `${labelOf(ingress.resource)} names no class, ${why}`,
      at: nameplateOf(ingress.resource),
      help,
      related: relate(found),
      fixes: name === undefined || ingress.className.state !== 'absent' ? [] : fixOf(help, 'unsafe', insertKey(ingress.spec, 'ingressClassName', name)),
    };
  },
});
