import { declaredPlaceOf, declaredPorts, describeDeclared, evidentTarget } from '../../src/core/api.ts';
import { backingPods, defineRule, fixOf, isPortName, portLabelOf, resolveTargetPort, runningContainers, setScalar, valueOf } from '../../src/core/api.ts';
import type { ContainerPort, Finding, Fix, ServicePort } from '../../src/core/api.ts';

function mayBeNamed(name: string, ports: readonly ContainerPort[]): boolean {
  return ports.some(port => port.name.state === 'unknown' || valueOf(port.name) === name);
}

function helpFor(name: string, meant: ContainerPort | undefined): string {
  const [other, number] = meant ? [valueOf(meant.name), valueOf(meant.number)] : [];
  if (other) return `Change targetPort to ${other}`;
  if (number !== undefined) return `Name container port ${String(number)} "${name}", or set targetPort to ${String(number)}`;
  return 'Use the name of a port that the pods declare, or the number that the process listens on';
}

function fixFor(port: ServicePort, meant: ContainerPort | undefined): readonly Fix[] | undefined {
  const target = meant && (valueOf(meant.name) ?? valueOf(meant.number));
  if (target === undefined || target === '') return undefined;
  return fixOf(`Change targetPort to ${String(target)}`, 'unsafe', setScalar(port.targetPort.at, target));
}

type Variant = 'near-miss' | 'absent';

export default defineRule({
  id: 'target-port-unresolved',
  title: 'The named targetPort is declared by none of the selected pods, so the port gets no endpoints',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'service-port',
  fix: 'safe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'near-miss': 'error', absent: 'error' },
  facts: ['S-068', 'S-115', 'S-036', 'S-038', 'S-039', 'S-040', 'S-043', 'S-050'],

  *check(port, { cluster }): Iterable<Finding<Variant>> {
    const name = valueOf(port.targetPort);
    const pods = backingPods(port.service, cluster);
    // A name that the API server refuses belongs to the rules about names.
    if (typeof name !== 'string' || !isPortName(name) || !pods || pods.open) return;
    if (pods.templates.some(template => resolveTargetPort(port, template, cluster.target.minors).state !== 'unresolved')) return;
    const declared = declaredPorts(pods.templates);
    const all = pods.templates.flatMap(runningContainers).flatMap(container => container.ports);
    if (mayBeNamed(name, all)) return;
    const meant = evidentTarget(port, pods.templates, cluster);
    const shown = meant ? [meant] : declared.slice(0, 1);
    yield {
      variant: meant ? 'near-miss' : 'absent',
      severity: pods.sure ? 'error' : 'warning',
      message: `${portLabelOf(port)} sends to "${name}", which no selected pod declares`,
      at: port.targetPort.at,
      help: helpFor(name, meant),
      related: shown.map(other => ({ at: declaredPlaceOf(other), note: describeDeclared(other) })),
      fixes: fixFor(port, meant),
    };
  },
});
