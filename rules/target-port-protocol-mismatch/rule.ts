import {
  backingPods,
  defineRule,
  insertKey,
  labelOf,
  portLabelOf,
  resolveTargetPort,
  runningContainers,
  showsContainers,
  setScalar,
  valueOf,
} from '../../src/core/api.ts';
import type { ContainerPort, Fix, PodTemplate, Related, ServicePort } from '../../src/core/api.ts';

/** Services that speak UDP by custom, whose container ports are often left at the default. */
const UDP_BY_CUSTOM = new Set([
  53, 67, 68, 69, 123, 137, 138, 161, 162, 443, 500, 514, 1194, 1514, 1812, 1813, 3478, 4500, 4789, 5060, 5353, 5514, 8125, 51820,
]);

function isWrittenOut(port: ContainerPort): boolean {
  return port.body.get('protocol').isPresent;
}

function contradicts(port: ServicePort, declared: ContainerPort): boolean {
  const [own, other] = [valueOf(port.protocol), valueOf(declared.protocol)];
  return own !== undefined && other !== undefined && own !== other;
}

/** A container port that says nothing of its protocol, behind a Service port whose number speaks UDP. */
function isLeftAtDefault(port: ServicePort, declared: ContainerPort): boolean {
  if (isWrittenOut(declared) || valueOf(port.protocol) !== 'UDP') return false;
  return [port.number, declared.number].some(number => UDP_BY_CUSTOM.has(valueOf(number) ?? 0));
}

function describeProtocol(declared: ContainerPort, protocol: string): Related {
  const subject = `${labelOf(declared.container.pod.workload)} declares port ${String(valueOf(declared.number) ?? '')} with protocol ${protocol}`;
  if (isWrittenOut(declared)) return { at: declared.body.get('protocol').at, note: subject };
  return { at: declared.number.at, note: `${subject}, the default` };
}

/** The ports that a target names in one pod, if all of them have another protocol than the Service port. */
function findContradiction(port: ServicePort, template: PodTemplate, minors: readonly number[]): ContainerPort | undefined {
  const target = valueOf(port.targetPort);
  const named = typeof target === 'string';
  if (!showsContainers(template) || (named && resolveTargetPort(port, template, minors).state !== 'unresolved')) return undefined;
  const running = runningContainers(template);
  const ports = running.flatMap(container => container.ports);
  const isHidden = running.some(container => container.portsOpen) || ports.some(other => (named ? other.name : other.number).state === 'unknown');
  const declared = ports.filter(other => valueOf<string | number>(named ? other.name : other.number) === target);
  return !isHidden && declared.every(other => contradicts(port, other)) ? declared[0] : undefined;
}

/** Whether another port of the Service sends, or may send, the other protocol to the same place: then this one is the second of a pair. */
function mayHaveTwin(port: ServicePort, declared: ContainerPort): boolean {
  const same = [valueOf(declared.number), valueOf(declared.name), valueOf(port.targetPort)];
  const mayBe = ({ targetPort, protocol }: ServicePort): boolean =>
    (targetPort.state !== 'known' || same.includes(targetPort.value)) && (protocol.state !== 'known' || protocol.value === valueOf(declared.protocol));
  return port.service.portsOpen || port.service.ports.some(other => other !== port && mayBe(other));
}

function fixFor(port: ServicePort, protocol: string): readonly Fix[] | undefined {
  const written = port.body.get('protocol');
  const edit = written.isPresent ? setScalar(written.at, protocol) : insertKey(port.body, 'protocol', protocol);
  return edit && [{ title: `Set protocol of the Service port to ${protocol}`, safety: 'unsafe', edits: [edit] }];
}

export default defineRule({
  id: 'target-port-protocol-mismatch',
  title: 'The Service port and the container port use different protocols',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'service-port',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { named: 'error', explicit: 'error', defaulted: 'warning' },
  facts: ['S-040', 'S-073', 'S-186'],

  *check(port, { cluster }) {
    const pods = backingPods(port.service, cluster);
    if (!pods || pods.open) return;
    const found = pods.templates.map(template => findContradiction(port, template, cluster.target.minors));
    const [first] = found;
    if (!first || found.includes(undefined) || mayHaveTwin(port, first) || isLeftAtDefault(port, first)) return;
    const [own, other] = [valueOf(port.protocol) ?? '', valueOf(first.protocol) ?? ''];
    const variant = typeof valueOf(port.targetPort) === 'string' ? 'named' : isWrittenOut(first) ? 'explicit' : 'defaulted';
    const isLeft = variant === 'defaulted';
    const help = `Set protocol of the Service port to ${other}`;
    yield {
      variant,
      severity: !isLeft && pods.sure ? 'error' : 'warning',
      // A number reaches whatever listens there; what the pods declare says what that is, and here they say nothing.
      message: isLeft
        ? `${portLabelOf(port)} sends ${own} to a port that its pods leave at ${other}, which may not answer`
        : `${portLabelOf(port)} sends ${own} to a container port that is ${other}, so nobody answers`,
      at: port.body.get('protocol').at,
      help: isLeft ? `${help}, or that of the container port to ${own}` : help,
      related: [describeProtocol(first, other)],
      fixes: fixFor(port, other),
    };
  },
});
