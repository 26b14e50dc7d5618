import { defineRule, fixOf, labelOf, setScalar, valueOf, type Field, type Finding, type PodTemplate, type Service } from '../../src/core/api.ts';

type Variant = 'few-replicas' | 'pinned' | 'load-balancer';

/** Where a workload says that its pods stand on few nodes; undefined where it does not. */
function findScarcity(pod: PodTemplate): { variant: Variant; at: Field<unknown>['at']; note: string } | undefined {
  const replicas = pod.replicas;
  const label = labelOf(pod.workload);
  if (replicas.state === 'known' && replicas.value < 2)
    return { variant: 'few-replicas', at: replicas.at, note: `${label} has ${String(replicas.value)} pod, which stands on one node` };
  const selector = pod.spec.get('nodeSelector');
  return selector.isPresent && !onlyOs(selector.entries().map(entry => entry.key))
    ? { variant: 'pinned', at: selector.at, note: `${label} runs on the nodes with these labels only` }
    : undefined;
}

/** Every node of a usual cluster carries these. */
function onlyOs(keys: readonly string[]): boolean {
  return keys.every(key => ['kubernetes.io/os', 'kubernetes.io/arch', 'beta.kubernetes.io/os', 'beta.kubernetes.io/arch'].includes(key));
}

function* check(service: Service, pod: PodTemplate, policy: Field<string>): Iterable<Finding<Variant>> {
  const scarcity = findScarcity(pod);
  if (!scarcity) return;
  yield {
    variant: valueOf(service.type) === 'LoadBalancer' ? 'load-balancer' : scarcity.variant,
    message: `${labelOf(service.resource)} has externalTrafficPolicy Local, so nodes without its pods drop its traffic`,
    at: policy.at,
    help: 'Run a DaemonSet, or set externalTrafficPolicy to Cluster',
    related: [{ at: scarcity.at, note: scarcity.note }],
    fixes: fixOf('Set externalTrafficPolicy to Cluster', 'unsafe', setScalar(policy.at, 'Cluster')),
  };
}

export default defineRule({
  id: 'external-traffic-policy-drops-traffic',
  title: 'With externalTrafficPolicy Local, nodes without a pod of the Service drop its traffic',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'few-replicas': 'warning', pinned: 'warning', 'load-balancer': 'info' },
  facts: ['S-208', 'S-209'],

  *check(service, { cluster }) {
    const policy = service.spec.get('externalTrafficPolicy').string();
    const type = valueOf(service.type);
    // Load balancers of a named platform ask healthCheckNodePort and leave such nodes out.
    if (valueOf(policy) !== 'Local' || (type !== 'NodePort' && !(type === 'LoadBalancer' && cluster.target.platform === undefined))) return;
    const { sure, possible } = cluster.selectionOf(service);
    const [pod] = sure;
    if (sure.length === 1 && possible.length === 0 && pod && pod.kind?.kind !== 'DaemonSet') yield* check(service, pod, policy);
  },
});
