import { containerLabelOf, containerSubjectOf, defineRule, labelOf, runningContainers, servicesOf, valueOf } from '../../src/core/api.ts';
import type { Cluster, ContainerPort, ServicePort } from '../../src/core/api.ts';

/** The port of an earlier container that every lookup by this name finds first. */
function findShadow(port: ContainerPort): ContainerPort | undefined {
  const running = runningContainers(port.container.pod);
  const earlier = running.slice(0, running.indexOf(port.container)).flatMap(container => container.ports);
  const [name, protocol] = [valueOf(port.name), valueOf(port.protocol)];
  return name === undefined || name === '' ? undefined : earlier.find(other => valueOf(other.name) === name && valueOf(other.protocol) === protocol);
}

function findUse(port: ContainerPort, cluster: Cluster): ServicePort | undefined {
  const name = valueOf(port.name);
  return servicesOf(port.container.pod, cluster)
    .flatMap(service => service.ports)
    .find(other => valueOf(other.targetPort) === name);
}

export default defineRule({
  id: 'container-port-name-shadowed',
  title: 'The same port name in two containers: Services and probes by name use the first one only',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'container',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { used: 'warning', unused: 'info' },
  facts: ['S-049', 'S-181'],

  *check(container, { cluster }) {
    if (container.role === 'init') return;
    for (const port of container.ports) {
      const first = findShadow(port);
      const [number, other] = [valueOf(port.number), first && valueOf(first.number)];
      if (!first || number === undefined || other === undefined || number === other) continue;
      const use = findUse(port, cluster);
      yield {
        variant: use ? 'used' : 'unused',
        message: `${containerSubjectOf(container)} names port ${String(number)} "${valueOf(port.name) ?? ''}", which leads to ${String(other)} of ${containerLabelOf(first.container)}`,
        at: port.name.at,
        help: 'Give the two ports different names',
        related: [
          { at: first.name.at, note: `${containerLabelOf(first.container)} comes first and has the same port name` },
          ...(use ? [{ at: use.targetPort.at, note: `${labelOf(use.service.resource)} sends to this name` }] : []),
        ],
      };
    }
  },
});
