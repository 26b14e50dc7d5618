import { backingPods, containerLabelOf, mayDeclare, defineRule, fixOf, labelOf, resolveTargetPort, setScalar, usesOf, valueOf } from '../../src/core/api.ts';
import type { Cluster, ContainerPort, PodTemplate, Related, ServicePort } from '../../src/core/api.ts';

interface Remapping {
  readonly port: number;
  readonly target: number;
  readonly declared: ContainerPort | undefined;
  readonly templates: readonly PodTemplate[];
}

/** The one number that all pods resolve to, where it is not the Service's own and no pod has both. */
function findRemapping(port: ServicePort, cluster: Cluster): Remapping | undefined {
  const number = valueOf(port.number);
  const pods = backingPods(port.service, cluster);
  if (port.service.headless !== 'yes' || number === undefined || !pods || pods.open) return undefined;
  const targets = pods.templates.map(template => resolveTargetPort(port, template, cluster.target.minors));
  const [first] = targets;
  if (first?.state !== 'resolved' || first.number === number) return undefined;
  const isOne = targets.every(target => target.state === 'resolved' && target.number === first.number);
  const isBoth = pods.templates.some(template => mayDeclare(number, template));
  return isOne && !isBoth ? { port: number, target: first.number, declared: first.declared, templates: pods.templates } : undefined;
}

/** Host names are answered with the pods themselves; Ingresses and routes read the endpoints and translate. */
function findClient({ service }: ServicePort, number: number, cluster: Cluster): Related | undefined {
  const use = usesOf(service, cluster).find(({ via, port }) => via === 'host-name' && port === number);
  return use && { at: use.at, note: `${labelOf(use.from)} dials port ${String(number)} of ${labelOf(service.resource)}` };
}

/** The Service gives the pods of a StatefulSet their names and shows them before they are ready: it is there for the peers. */
function findPeers({ service }: ServicePort, templates: readonly PodTemplate[]): Related | undefined {
  if (valueOf(service.spec.get('publishNotReadyAddresses').boolean()) !== true) return undefined;
  for (const { workload, replicas } of templates) {
    const name = workload.body.get('spec').get('serviceName');
    if (workload.kind !== 'StatefulSet' || valueOf(name.string()) !== valueOf(service.resource.name) || (valueOf(replicas) ?? 1) < 2) continue;
    return { at: name.at, note: `pods of ${labelOf(workload)} dial each other through this Service` };
  }
  return undefined;
}

export default defineRule({
  id: 'headless-port-remapped',
  title: 'Clients of a headless Service reach the pods directly, so port is not translated to targetPort',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service-port',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { client: 'warning', peers: 'warning', unused: 'info' },
  facts: ['S-047', 'S-218'],

  *check(port, { cluster }) {
    const remapping = findRemapping(port, cluster);
    if (!remapping) return;
    const { target, declared, templates } = remapping;
    const client = findClient(port, remapping.port, cluster);
    const peers = client ? undefined : findPeers(port, templates);
    const listener: Related[] = declared ? [{ at: declared.number.at, note: `${containerLabelOf(declared.container)} listens on ${String(target)}` }] : [];
    yield {
      variant: client ? 'client' : peers ? 'peers' : 'unused',
      message: `${labelOf(port.service.resource)} is headless, so clients of port ${String(remapping.port)} reach the pods there and not on ${String(target)}`,
      at: port.number.at,
      help: `Set port to ${String(target)}, a headless Service translates nothing`,
      related: [...listener, ...[client, peers].filter(found => found !== undefined)],
      fixes: fixOf(`Set port to ${String(target)}`, 'unsafe', setScalar(port.number.at, target)),
    };
  },
});
