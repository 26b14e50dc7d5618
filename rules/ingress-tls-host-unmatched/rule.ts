import { defineRule, findUnmetHosts, fixOf, labelOf, setScalar } from '../../src/core/api.ts';

export default defineRule({
  id: 'ingress-tls-host-unmatched',
  title: 'The hosts of TLS and those of the rules do not meet, so a host is served without its certificate',
  category: 'routing',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'ingress',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { unmatched: 'warning', uncovered: 'info' },
  facts: ['S-252', 'S-256'],

  *check(ingress, { cluster }) {
    const { unmatched, uncovered } = findUnmetHosts(ingress, cluster);
    for (const { host, meant } of unmatched) {
      if (!meant) continue;
      const help = `Change the host of tls to ${meant.value}`;
      yield {
        variant: 'unmatched',
        message: `${labelOf(ingress.resource)} has TLS for "${host.value}", which no rule serves`,
        at: host.at,
        help,
        related: [{ at: meant.at, note: `"${meant.value}" is served without a certificate` }],
        fixes: fixOf(help, 'unsafe', setScalar(host.at, meant.value)),
      };
    }
    const told = new Set(unmatched.map(({ meant }) => meant));
    for (const host of uncovered) {
      if (told.has(host)) continue;
      yield {
        variant: 'uncovered',
        message: `${labelOf(ingress.resource)} has TLS, but none for "${host.value}", which it serves`,
        at: host.at,
        help: `Add ${host.value} to the hosts of tls`,
      };
    }
  },
});
