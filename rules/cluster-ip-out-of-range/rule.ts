import { clusterIpClaims, defineRule, findIncompatibleClaim, fixOf, isServed, labelOf, readIpAddress, removeKey, serviceNetworks } from '../../src/core/api.ts';

export default defineRule({
  id: 'cluster-ip-out-of-range',
  title: 'The explicit clusterIP lies outside the Service network',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'service',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  dependsOn: ['order'],
  variants: { 'out-of-range': 'error', 'no-common-range': 'warning' },
  facts: ['S-087', 'S-351'],

  *check(service, { cluster }) {
    if (service.resource.observed) return;
    const networks = serviceNetworks(cluster);
    for (const claim of clusterIpClaims(service)) {
      const address = readIpAddress(claim.value);
      const [network] = networks;
      const fixes = fixOf('Remove clusterIP to get a free address', 'unsafe', claim.at.path.endsWith('clusterIP') ? removeKey(claim.at) : undefined);
      if (address && network && !isServed(address, networks)) {
        yield {
          variant: 'out-of-range',
          message: `clusterIP ${claim.value} of ${labelOf(service.resource)} is outside ${network.text}, so the API server refuses it`,
          at: claim.at,
          help: 'Remove clusterIP to get a free address',
          related: network.at ? [{ at: network.at, note: 'the Service network is written here' }] : [],
          fixes,
        };
      }
      const other = networks.length === 0 ? findIncompatibleClaim(claim, cluster) : undefined;
      if (!other) continue;
      yield {
        variant: 'no-common-range',
        message: `clusterIP ${claim.value} of ${labelOf(service.resource)} and ${other.value} fit no one network, so one is refused`,
        at: claim.at,
        help: 'Remove clusterIP to get a free address, or set serviceCidr',
        related: [{ at: other.at, note: `${labelOf(other.service.resource)} asks for ${other.value}` }],
        fixes,
      };
    }
  },
});
