import { defineRule, fixOf, labelOf, removeKey, valueOf, type Cluster, type Service } from '../../src/core/api.ts';

const HEADLESS = 'service.kubernetes.io/headless';
const PROXY_NAME = 'service.kubernetes.io/service-proxy-name';
/** From this minor on the label counts on EndpointSlices only (S-202). */
const HEADLESS_UNTIL = 36;

function hasClusterIp(service: Service): boolean {
  return valueOf(service.type) !== 'ExternalName' && service.type.state === 'known' && service.headless === 'no';
}

/** A proxy of that name in the set serves the Service. */
function isServedByOwnProxy(name: string, cluster: Cluster): boolean {
  return cluster.podTemplates.some(pod => valueOf(pod.workload.name) === name || pod.body.source.includes(name));
}

export default defineRule({
  id: 'service-skipped-by-kube-proxy',
  title: 'A reserved label makes kube-proxy ignore the Service',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'safe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { headless: 'warning', 'proxy-name': 'warning' },
  facts: ['S-202'],

  *check(service, { cluster }) {
    if (!hasClusterIp(service)) return;
    const labels = service.resource.metadata.get('labels');
    const [headless, proxyName] = [labels.get(HEADLESS), labels.get(PROXY_NAME)];
    if (headless.isPresent && cluster.target.minors.some(minor => minor < HEADLESS_UNTIL)) {
      yield {
        variant: 'headless',
        message: `${labelOf(service.resource)} carries label "${HEADLESS}", so kube-proxy before 1.36 skips it`,
        at: headless.at,
        help: 'Remove the label, or set clusterIP: None',
        fixes: fixOf('Remove the label', 'safe', removeKey(headless.at)),
      };
    }
    const name = proxyName.string();
    if (name.state !== 'known' || isServedByOwnProxy(name.value, cluster)) return;
    yield {
      variant: 'proxy-name',
      message: `${labelOf(service.resource)} leaves its proxy to "${name.value}", so kube-proxy skips it`,
      at: proxyName.at,
      help: 'Remove the label, or run the proxy that it names',
      fixes: fixOf('Remove the label', 'safe', removeKey(proxyName.at)),
    };
  },
});
