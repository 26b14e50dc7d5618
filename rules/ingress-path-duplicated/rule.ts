import { defineRule, findRivalPath, labelOf, valueOf, type IngressPath, type RivalPath } from '../../src/core/api.ts';

type Variant = 'same-ingress' | 'other-ingress' | 'same-target';

function variantOf({ isOfSameIngress, isSameTarget }: RivalPath): Variant {
  if (isSameTarget) return 'same-target';
  return isOfSameIngress ? 'same-ingress' : 'other-ingress';
}

/** `shop.example.com/cart`; the path alone of a rule for every host. */
function routeOf({ rule, path }: IngressPath): string {
  return `${valueOf(rule.host) ?? ''}${valueOf(path) ?? ''}` || '/';
}

export default defineRule({
  id: 'ingress-path-duplicated',
  title: 'Two rules claim the same host and path, so one of them never gets traffic',
  category: 'routing',
  severity: 'error',
  presets: ['recommended'],
  subject: 'ingress',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'same-ingress': 'error', 'other-ingress': 'warning', 'same-target': 'warning' },
  facts: ['S-255', 'S-257', 'S-262'],

  *check({ resource, rules }, { cluster }) {
    for (const path of rules.flatMap(rule => rule.paths)) {
      const found = findRivalPath(path, cluster);
      if (!found) continue;
      const { rival, isOfSameIngress } = found;
      const [own, other] = [valueOf(path.backend.service) ?? '', valueOf(rival.backend.service) ?? ''];
      const claim = `${labelOf(resource)} claims "${routeOf(path)}"`;
      const who = isOfSameIngress ? `${claim} twice` : `${claim} like ${labelOf(rival.rule.ingress.resource)}`;
      yield {
        variant: variantOf(found),
        message: found.isSameTarget ? `${who}, with the same backend` : `${who}, so only one gets requests`,
        at: path.path.state === 'known' && path.body.get('path').isPresent ? path.path.at : path.backend.body.at,
        help: found.isSameTarget ? 'Remove one of the two' : 'Give one of them another path or host, or remove it',
        related: [
          {
            at: rival.body.get('path').isPresent ? rival.path.at : rival.backend.body.at,
            note: found.isSameTarget ? 'the first one is here' : `this one goes to Service "${other}", the later one to "${own}"`,
          },
        ],
      };
    }
  },
});
