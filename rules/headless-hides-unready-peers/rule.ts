import { backingPods, dataReadBy, defineRule, findReadinessProbe, fixOf, insertKey, labelOf, setScalar, usesOf, valueOf } from '../../src/core/api.ts';
import type { Cluster, FileEdit, PodTemplate, Service, ServiceReference } from '../../src/core/api.ts';

/** The StatefulSet whose pods get their names from the Service. */
function findGoverned(service: Service, cluster: Cluster): PodTemplate | undefined {
  return backingPods(service, cluster)?.templates.find(
    ({ workload }) => workload.kind === 'StatefulSet' && valueOf(workload.body.get('spec').get('serviceName').string()) === valueOf(service.resource.name),
  );
}

/** Whether the pods read a name: it stands in their template, in data they mount, or in data that no other pods mount. */
function isReadBy(pod: PodTemplate, use: ServiceReference, cluster: Cluster): boolean {
  if (use.pod) return use.pod === pod;
  if (dataReadBy(pod, cluster).includes(use.from)) return true;
  return !cluster.podTemplates.some(other => other !== pod && dataReadBy(other, cluster).includes(use.from));
}

/** The pod names that the pods themselves look up, if they need more than the first one, which starts alone. */
function findPeerNames(service: Service, pod: PodTemplate, cluster: Cluster): readonly ServiceReference[] {
  const prefix = `${valueOf(pod.workload.name) ?? ''}-`;
  const peers = usesOf(service, cluster).filter(
    ({ podName }) => podName !== undefined && podName.startsWith(prefix) && /^\d+$/.test(podName.slice(prefix.length)),
  );
  const read = peers.filter(use => isReadBy(pod, use, cluster));
  const isParallel = valueOf(pod.workload.body.get('spec').get('podManagementPolicy').string()) === 'Parallel';
  return isParallel || new Set(read.map(use => use.podName)).size > 1 ? read : [];
}

function publish(service: Service): FileEdit | undefined {
  const written = service.spec.get('publishNotReadyAddresses');
  return written.isPresent ? setScalar(written.at, true) : insertKey(service.spec, 'publishNotReadyAddresses', true);
}

export default defineRule({
  id: 'headless-hides-unready-peers',
  title: 'Peers that find each other through this headless Service stay hidden until they are ready',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'safe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { hidden: 'warning' },
  facts: ['S-031', 'S-195', 'S-218'],

  *check(service, { cluster }) {
    const published = service.spec.get('publishNotReadyAddresses').boolean();
    if (service.headless !== 'yes' || published.state === 'unknown' || valueOf(published) === true) return;
    const pod = findGoverned(service, cluster);
    const probe = pod && findReadinessProbe(pod);
    if (!pod || !probe || (valueOf(pod.replicas) ?? 1) < 2) return;
    const [peer] = findPeerNames(service, pod, cluster);
    if (!peer) return;
    yield {
      variant: 'hidden',
      message: `${labelOf(service.resource)} hides pods that are not ready, so peers that wait for each other never find them`,
      at: service.clusterIP.at,
      help: 'Set publishNotReadyAddresses: true',
      related: [
        { at: peer.at, note: `${labelOf(peer.from)} names pod "${peer.podName ?? ''}"` },
        { at: probe, note: `pods of ${labelOf(pod.workload)} are ready only after this probe` },
      ],
      fixes: fixOf('Set publishNotReadyAddresses: true', 'safe', publish(service)),
    };
  },
});
