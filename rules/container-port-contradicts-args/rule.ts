import { containerSubjectOf, declarationsOf, defineRule, findListeners, fixOf, isLocal, labelOf, namesNumber, servicePortsTo } from '../../src/core/api.ts';
import { setScalar, valueOf, type Cluster, type Container, type ContainerPort, type Listener } from '../../src/core/api.ts';

/** The one main port that the process is told, if the container declares one port and it is another. */
function findContradiction(container: Container, cluster: Cluster): { declared: ContainerPort; listener: Listener; told: number } | undefined {
  const [declared] = container.ports;
  const number = declared && valueOf(declared.number);
  const told = findListeners(container).filter(({ port, main }) => main && port !== undefined);
  const [listener] = told;
  if (!declared || number === undefined || listener?.port === undefined || container.portsOpen || container.ports.length > 1) return undefined;
  const isOne = told.every(({ port }) => port === listener.port);
  // `--host db --port 5432` is the address of a server to call.
  const isClient = findListeners(container).some(({ host }) => host !== undefined && !isLocal(host) && /[a-z]/i.test(host));
  if (!isOne || isClient || declarationsOf(listener.port, container.pod).length > 0 || namesNumber(container.pod, number, cluster) !== 'no') return undefined;
  return { declared, listener, told: listener.port };
}

export default defineRule({
  id: 'container-port-contradicts-args',
  title: 'The process is told another port than the container declares and the Service targets',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'container',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { contradicts: 'warning' },
  facts: ['S-036'],

  *check(container, { cluster }) {
    const found = container.role === 'init' ? undefined : findContradiction(container, cluster);
    if (!found) return;
    const { declared, listener, told } = found;
    const number = valueOf(declared.number) ?? 0;
    const [port] = servicePortsTo(number, container.pod, cluster);
    if (!port || servicePortsTo(told, container.pod, cluster).length > 0) return;
    yield {
      variant: 'contradicts',
      message: `${containerSubjectOf(container)} declares port ${String(number)} and is told to listen on ${String(told)}, so nobody answers`,
      at: declared.number.at,
      help: `Change containerPort to ${String(told)}, or tell the process ${String(number)}`,
      related: [
        { at: listener.at, note: `the process is told port ${String(told)}` },
        { at: port.targetPort.at, note: `${labelOf(port.service.resource)} sends to port ${String(number)}` },
      ],
      fixes: fixOf(
        `Change containerPort to ${String(told)}`,
        'unsafe',
        setScalar(declared.number.at, told),
        ...(valueOf(port.targetPort) === number && port.body.get('targetPort').isPresent ? [setScalar(port.targetPort.at, told)] : []),
      ),
    };
  },
});
