import { defineRule, findClusterIpClaim, labelOf, valueOf, type Field, type WrittenEndpoints } from '../../src/core/api.ts';

function addressesOf(endpoints: WrittenEndpoints): readonly Field<string>[] {
  if (endpoints.kind === 'Endpoints') return endpoints.subsets.flatMap(({ addresses }) => addresses.map(({ ip }) => ip));
  return valueOf(endpoints.addressType) === 'FQDN' ? [] : endpoints.endpoints.flatMap(({ addresses }) => addresses);
}

export default defineRule({
  id: 'endpoint-is-cluster-ip',
  title: "The endpoint address is a Service's cluster IP, which cannot be an endpoint",
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'endpoints',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'cluster-ip': 'error' },
  facts: ['S-059'],

  *check(endpoints, { cluster }) {
    if (endpoints.resource.observed) return;
    for (const address of addressesOf(endpoints)) {
      const claim = address.state === 'known' ? findClusterIpClaim(address.value, cluster) : undefined;
      if (!claim) continue;
      const owner = labelOf(claim.service.resource);
      yield {
        variant: 'cluster-ip',
        message: `Address "${claim.value}" of ${labelOf(endpoints.resource)} is a cluster IP, so nothing answers there`,
        at: address.at,
        help: 'Use the addresses of the pods or hosts, or an ExternalName',
        related: [{ at: claim.at, note: `${claim.value} is the cluster IP of ${owner}` }],
      };
    }
  },
});
