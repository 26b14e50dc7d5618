import { clusterIpClaims, defineRule, findIncompatibleClaim, fixOf, labelOf, removeKey, serviceNetworks } from '../../src/core/api.ts';

export default defineRule({
  id: 'cluster-ips-without-common-network',
  title: 'Two clusterIPs that no one Service network can hold',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  dependsOn: ['order'],
  variants: { apart: 'warning' },
  facts: ['S-087', 'S-351'],

  *check(service, { cluster }) {
    if (service.resource.observed || serviceNetworks(cluster).length > 0) return;
    for (const claim of clusterIpClaims(service)) {
      const other = findIncompatibleClaim(claim, cluster);
      if (!other) continue;
      yield {
        variant: 'apart',
        message: `clusterIP ${claim.value} of ${labelOf(service.resource)} and ${other.value} fit no one network, so one is refused`,
        at: claim.at,
        help: 'Remove clusterIP to get a free address, or set serviceCidr',
        related: [{ at: other.at, note: `${labelOf(other.service.resource)} asks for ${other.value}` }],
        fixes: fixOf('Remove clusterIP to get a free address', 'unsafe', claim.at.path.endsWith('clusterIP') ? removeKey(claim.at) : undefined),
      };
    }
  },
});
