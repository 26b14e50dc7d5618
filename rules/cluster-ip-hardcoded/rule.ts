import { clusterIpClaims, defineRule, fixOf, isMentionedElsewhere, labelOf, removeKey, valueOf, type Service } from '../../src/core/api.ts';

/** Nodes and kubelets are told the address of the cluster DNS, so it has to be written. */
function isClusterDns(service: Service): boolean {
  const app = valueOf(service.resource.metadata.get('labels').get('k8s-app').string());
  return (valueOf(service.resource.name) ?? '').includes('dns') || app === 'kube-dns';
}

export default defineRule({
  id: 'cluster-ip-hardcoded',
  title: 'A literal clusterIP ties the manifest to one cluster',
  category: 'wiring',
  severity: 'info',
  presets: ['strict'],
  subject: 'service',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { hardcoded: 'info' },
  facts: ['S-087', 'S-167'],

  *check(service, { cluster }) {
    const claim = clusterIpClaims(service).find(({ at }) => at.path.endsWith('clusterIP'));
    if (!claim || service.resource.observed || isClusterDns(service) || isMentionedElsewhere(claim.value, service.resource, cluster)) return;
    yield {
      variant: 'hardcoded',
      message: `${labelOf(service.resource)} asks for ${claim.value}, so it fits only a cluster with that Service network`,
      at: claim.at,
      help: 'Remove clusterIP, clients find the Service by its name',
      fixes: service.spec.get('clusterIPs').isPresent ? [] : fixOf('Remove clusterIP', 'safe', removeKey(claim.at)),
    };
  },
});
