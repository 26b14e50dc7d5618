import { defineRule, fixOf, labelOf, setScalar, usesOf, valueOf, type PodTemplate, type Service, type ServiceReference } from '../../src/core/api.ts';

/** Client pods that may stand on nodes without a pod of the Service: not those that must stand beside it. */
function isElsewhere({ pod }: ServiceReference, server: PodTemplate): boolean {
  if (!pod || pod === server || pod.kind?.runs === 'none') return false;
  if (pod.spec.get('affinity').get('podAffinity').isPresent || pod.spec.get('affinity').isUnknown) return false;
  return !standTogether(pod, server);
}

/** Whether two pods are, or may be, pinned to the same nodes. */
function standTogether(pod: PodTemplate, server: PodTemplate): boolean {
  const [own, other] = [pod, server].map(each => each.spec.get('nodeSelector').as<Readonly<Record<string, string>>>());
  if (!own?.isPresent || !other?.isPresent) return own?.isUnknown === true || other?.isUnknown === true;
  return other.entries().every(({ key, value }) => {
    const [mine, theirs] = [own.get(key).string(), value.string()];
    return mine.state === 'unknown' || theirs.state === 'unknown' || valueOf(mine) === valueOf(theirs);
  });
}

/** The workload behind the Service, where there is one and it does not run on every node. */
function findScattered(pods: readonly PodTemplate[]): PodTemplate | undefined {
  const [pod] = pods;
  return pods.length === 1 && pod?.kind && pod.kind.kind !== 'DaemonSet' && pod.kind.runs === 'serving' ? pod : undefined;
}

function variantOf(service: Service, client: ServiceReference | undefined): 'client' | 'no-client' {
  return client?.via === 'host-name' && service.headless === 'no' ? 'client' : 'no-client';
}

export default defineRule({
  id: 'internal-traffic-policy-drops-traffic',
  title: 'With internalTrafficPolicy Local, pods on nodes without an endpoint cannot reach the Service',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { client: 'warning', 'no-client': 'info' },
  facts: ['S-208', 'S-209'],

  *check(service, { cluster }) {
    const policy = service.spec.get('internalTrafficPolicy').string();
    const { sure, possible } = cluster.selectionOf(service);
    const server = possible.length === 0 ? findScattered(sure) : undefined;
    if (valueOf(policy) !== 'Local' || !server || service.headless !== 'no') return;
    const client = usesOf(service, cluster).find(use => isElsewhere(use, server));
    yield {
      variant: variantOf(service, client),
      message: `${labelOf(service.resource)} has internalTrafficPolicy Local, so nodes without its pods drop its traffic`,
      at: policy.at,
      help: 'Run a DaemonSet, or set internalTrafficPolicy to Cluster',
      related: [
        { at: server.workload.metadata.get('name').at, note: `${labelOf(server.workload)} does not run on every node` },
        ...(client ? [{ at: client.at, note: `${labelOf(client.from)} dials it from wherever it runs` }] : []),
      ],
      fixes: fixOf('Set internalTrafficPolicy to Cluster', 'unsafe', setScalar(policy.at, 'Cluster')),
    };
  },
});
