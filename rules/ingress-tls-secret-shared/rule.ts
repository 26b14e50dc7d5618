import { defineRule, findRivalCertificate, fixOf, labelOf, setScalar, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'ingress-tls-secret-shared',
  title: 'Two Ingresses let cert-manager write different certificates into one Secret, so they replace each other',
  category: 'routing',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'ingress',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { shared: 'warning' },
  facts: ['S-252'],

  *check({ resource, tls }, { cluster }) {
    for (const each of tls) {
      const rival = findRivalCertificate(each, cluster);
      if (!rival) continue;
      const name = valueOf(each.secretName) ?? '';
      const own = `${valueOf(resource.name) ?? 'web'}-tls`;
      const help = `Change secretName to ${own}`;
      yield {
        variant: 'shared',
        message: `${labelOf(resource)} lets cert-manager write Secret "${name}", which ${labelOf(rival.ingress.resource)} has written`,
        at: each.secretName.at,
        help: own === name ? 'Give each Ingress a Secret of its own' : help,
        related: [{ at: rival.secretName.at, note: `${labelOf(rival.ingress.resource)} asks for a certificate for other hosts here` }],
        fixes: own === name ? [] : fixOf(help, 'unsafe', setScalar(each.secretName.at, own)),
      };
    }
  },
});
