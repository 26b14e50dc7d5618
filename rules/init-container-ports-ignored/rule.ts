import { containerSubjectOf, declaredPorts, defineRule, fixOf, labelOf, removeKey, servicesOf, valueOf } from '../../src/core/api.ts';
import type { Cluster, ContainerPort, ServicePort } from '../../src/core/api.ts';

/** A Service port that can only mean a port of an init container: nothing that stays has its name or number. */
function findUse(port: ContainerPort, cluster: Cluster): ServicePort | undefined {
  const { pod } = port.container;
  const [name, number] = [valueOf(port.name), valueOf(port.number)];
  const running = declaredPorts([pod]);
  return servicesOf(pod, cluster)
    .flatMap(service => service.ports)
    .find(({ targetPort }) => {
      const target = valueOf(targetPort);
      if (target === undefined || (target !== name && target !== number)) return false;
      return !running.some(other => valueOf(other.name) === target || valueOf(other.number) === target);
    });
}

export default defineRule({
  id: 'init-container-ports-ignored',
  title: 'Ports of an init container that ends are never targets of a Service',
  category: 'wiring',
  severity: 'info',
  presets: ['strict'],
  subject: 'container',
  fix: 'safe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { ignored: 'info' },
  facts: ['S-188', 'S-038'],

  *check(container, { cluster }) {
    if (container.role !== 'init' || container.body.get('restartPolicy').isUnknown) return;
    for (const port of container.ports) {
      const use = findUse(port, cluster);
      if (!use) continue;
      const target = valueOf(use.targetPort) ?? '';
      const shown = typeof target === 'string' ? `"${target}"` : String(target);
      yield {
        variant: 'ignored',
        message: `${containerSubjectOf(container)} ends before the pod serves, so ${labelOf(use.service.resource)} never reaches its port ${shown}`,
        at: valueOf(port.name) === target ? port.name.at : port.number.at,
        help: 'Declare the port on the container that listens, or set restartPolicy: Always for a sidecar',
        related: [{ at: use.targetPort.at, note: `${labelOf(use.service.resource)} sends to ${shown}` }],
        fixes: fixOf('Remove the ports of the init container', 'safe', removeKey(container.body.get('ports').at)),
      };
      return;
    }
  },
});
