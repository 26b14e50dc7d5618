import { defineRule, fixOf, isServed, labelOf, readLegacyIp, removeKey, serviceNetworks } from '../../src/core/api.ts';

export default defineRule({
  id: 'cluster-ip-out-of-range',
  title: 'The explicit clusterIP lies outside the Service network',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/cluster-ip-range'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  dependsOn: ['order'],
  variants: { 'out-of-range': 'error', reserved: 'error' },
  facts: ['S-087', 'S-351'],

  *check({ resource, cause }, { cluster }) {
    const text = cause.cursor.text ?? '';
    const address = readLegacyIp(text)?.address;
    const own = serviceNetworks(cluster).filter(({ network }) => network.family === address?.family);
    const [network] = own;
    // What was read from a cluster has its address.
    if (resource.observed || !address || !network) return;
    const isReserved = isServed(address, own);
    yield {
      variant: isReserved ? 'reserved' : 'out-of-range',
      message: `clusterIP ${text} of ${labelOf(resource)} is ${isReserved ? 'reserved in' : 'outside'} ${network.text}, so the API server refuses it`,
      at: cause.at,
      help: 'Remove clusterIP to get a free address',
      related: network.at ? [{ at: network.at, note: 'the Service network is written here' }] : [],
      fixes: fixOf('Remove clusterIP to get a free address', 'unsafe', cause.at.path.endsWith('clusterIP') ? removeKey(cause.at) : undefined),
    };
  },
});
