import { candidatesOf, containerSubjectOf, defineRule, hostPortClaims, labelOf, nodePortClaims } from '../../src/core/api.ts';
import type { Claim, Cluster, HostPortClaim } from '../../src/core/api.ts';

/** The claim of a Service that surely sends to other pods. */
function findTaker({ port }: HostPortClaim, claims: readonly Claim[], cluster: Cluster): Claim | undefined {
  return claims.find(({ service }) => !candidatesOf(cluster.selectionOf(service)).includes(port.container.pod));
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
      const claims = cluster.services.flatMap(nodePortClaims).filter(({ value }) => value === String(claim.number));
      const taker = findTaker(claim, claims, cluster);
      if (taker) {
        yield {
          variant: 'shadowed',
          message: `${containerSubjectOf(container)} takes port ${String(claim.number)} of its node, where ${labelOf(taker.service.resource)} gets the requests`,
          at: claim.at,
          help: 'Use a number outside the node port range',
          related: [{ at: taker.at, note: `${labelOf(taker.service.resource)} claims nodePort ${String(claim.number)}` }],
        };
      } else if (claims.length === 0) {
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
