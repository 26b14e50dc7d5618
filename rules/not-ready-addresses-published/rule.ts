import { backingPods, defineRule, findReadinessProbe, fixOf, labelOf, removeKey, usesOf, valueOf } from '../../src/core/api.ts';
import type { Cluster, Related, Service } from '../../src/core/api.ts';

/** Who sends requests to the Service; webhooks, monitors and serviceName are no clients that care. */
function findClient(service: Service, cluster: Cluster): Related | undefined {
  const type = valueOf(service.type);
  if (type === 'LoadBalancer' || type === 'NodePort') return { at: service.type.at, note: `type ${type} brings requests from outside` };
  const use = usesOf(service, cluster).find(({ via }) => via === 'ingress' || via === 'route' || via === 'host-name');
  return use && { at: use.at, note: `${labelOf(use.from)} sends requests to ${labelOf(service.resource)}` };
}

export default defineRule({
  id: 'not-ready-addresses-published',
  title: 'Pods that are not ready get traffic of a Service that clients use',
  category: 'wiring',
  severity: 'info',
  presets: ['strict'],
  subject: 'service',
  fix: 'safe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { published: 'info' },
  facts: ['S-031', 'S-211'],

  *check(service, { cluster }) {
    const published = service.spec.get('publishNotReadyAddresses').boolean();
    if (service.headless !== 'no' || valueOf(published) !== true) return;
    const probe = backingPods(service, cluster)
      ?.templates.map(findReadinessProbe)
      .find(found => found !== undefined);
    const client = probe && findClient(service, cluster);
    if (!client) return;
    yield {
      variant: 'published',
      message: `${labelOf(service.resource)} publishes pods that are not ready, so requests reach pods that cannot answer`,
      at: published.at,
      help: 'Remove publishNotReadyAddresses, or keep it for a headless Service of the peers',
      related: [client, { at: probe, note: 'the probe tells when a pod can answer' }],
      fixes: fixOf('Remove publishNotReadyAddresses', 'safe', removeKey(published.at)),
    };
  },
});
