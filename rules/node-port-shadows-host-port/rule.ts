import { containerSubjectOf, defineRule, hostPortClaims, labelOf, nodePortClaims, servicesOf } from '../../src/core/api.ts';
import type { Cluster, HostPortClaim, Service } from '../../src/core/api.ts';

function findTaker(claim: HostPortClaim, cluster: Cluster): { service: Service; at: Service['selector']['at'] } | undefined {
  const own = servicesOf(claim.port.container.pod, cluster);
  for (const service of cluster.services) {
    const taken = own.includes(service) ? undefined : nodePortClaims(service).find(({ value }) => value === String(claim.number));
    if (taken) return { service, at: taken.at };
  }
  return undefined;
}

export default defineRule({
  id: 'node-port-shadows-host-port',
  title: 'A hostPort in the node port range is taken over by node port rules',
  category: 'wiring',
  severity: 'warning',
  presets: ['strict'],
  subject: 'container',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { shadowed: 'warning', 'in-range': 'info' },
  facts: ['S-216'],

  *check(container, { cluster }) {
    const [first, last] = cluster.target.nodePortRange;
    for (const claim of hostPortClaims(container.pod)) {
      if (claim.port.container !== container || claim.number < first || claim.number > last) continue;
      const own = servicesOf(container.pod, cluster).some(service => nodePortClaims(service).some(({ value }) => value === String(claim.number)));
      const taker = findTaker(claim, cluster);
      if (taker) {
        yield {
          variant: 'shadowed',
          message: `${containerSubjectOf(container)} takes port ${String(claim.number)} of its node, where ${labelOf(taker.service.resource)} gets the requests`,
          at: claim.at,
          help: 'Use a number outside the node port range',
          related: [{ at: taker.at, note: `${labelOf(taker.service.resource)} claims nodePort ${String(claim.number)}` }],
        };
      } else if (!own) {
        yield {
          variant: 'in-range',
          message: `${containerSubjectOf(container)} takes port ${String(claim.number)} of its node, which a nodePort can take over`,
          at: claim.at,
          help: `Use a number outside ${String(first)}-${String(last)}`,
        };
      }
    }
  },
});
