import type { Container, ContainerPort, PodSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { portNameFaults } from '../../formats.ts';
import { booleanOf, numberOf, textOf } from '../../read.ts';
import type { RefusalOptions, Refusals } from '../../refusals.ts';
import type { PodContext } from '../pod/pod-context.ts';
import { PROTOCOLS, validatePortNumber } from '../service/port.ts';
import { refuseUnsupported } from '../meta/text.ts';

/** The protocol that the server holds: TCP where none is written (S-186). */
export function protocolOf(port: Cursor<ContainerPort>): string | undefined {
  const protocol = textOf(port.get('protocol'));
  return protocol === '' ? 'TCP' : protocol;
}

/** The port of the node that the server holds: on the host network that of the container, but not yet in a template (S-185). */
function hostPortOf(port: Cursor<ContainerPort>, isOnHostNetwork: boolean | undefined): number | undefined {
  const written = numberOf(port.get('hostPort'));
  if (written !== 0 || isOnHostNetwork === false) return written;
  return isOnHostNetwork ? numberOf(port.get('containerPort')) : undefined;
}

/** Names of the ports of one container: their form, and that no two are equal whatever their protocols (S-179, S-180). */
function validatePortNames(ports: Cursor<ContainerPort[]>, to: Refusals): void {
  const seen = new Set<string>();
  for (const port of ports.items()) {
    const at = port.get('name');
    const name = textOf(at);
    if (name === undefined || name === '') continue;
    const faults = portNameFaults(name);
    for (const fault of faults) to.invalid('port/name', at, fault);
    if (faults.length > 0) continue;
    if (seen.has(name) && !ports.isOpen) to.duplicate('port/name-duplicated', at);
    seen.add(name);
  }
}

/** The ports of one container (`validateContainerPorts`). */
export function validateContainerPorts(ports: Cursor<ContainerPort[]>, to: Refusals): void {
  validatePortNames(ports, to);
  for (const port of ports.items()) {
    const [number, hostPort] = [port.get('containerPort'), port.get('hostPort')];
    if (numberOf(number) === 0) to.required(number.isAbsent ? 'port/number-required' : 'port/zero-required', number);
    else validatePortNumber(number, to);
    if (numberOf(hostPort) !== 0) validatePortNumber(hostPort, to);
    if (textOf(port.get('protocol')) !== '') refuseUnsupported(port.get('protocol'), to, { check: 'port/protocol-unsupported' }, PROTOCOLS);
  }
}

/** Ports of the node that two of the containers claim (`checkHostPortConflicts`); `fieldOf` tells where the server sees a port. */
export function validateHostPorts(
  containers: readonly Cursor<Container>[],
  to: Refusals,
  isOnHostNetwork: boolean | undefined,
  optionsOf: (port: Cursor<ContainerPort>) => RefusalOptions = () => ({}),
): void {
  const seen = new Set<string>();
  for (const ports of containers.map(container => container.get('ports'))) {
    for (const port of ports.items()) {
      const [hostPort, protocol, hostIP] = [hostPortOf(port, isOnHostNetwork), protocolOf(port), textOf(port.get('hostIP'))];
      if (hostPort === undefined || hostPort === 0 || protocol === undefined || hostIP === undefined) continue;
      const claim = `${protocol}/${hostIP}/${String(hostPort)}`;
      if (seen.has(claim) && !ports.isOpen) to.duplicate('port/host-port-duplicated', port.get('hostPort'), { value: claim, ...optionsOf(port) });
      seen.add(claim);
    }
  }
}

/** On the host network a port of the node is that of the container (S-185). */
export function validateHostNetworkPorts(spec: Cursor<PodSpec>, to: Refusals): void {
  if (booleanOf(spec.get('hostNetwork')) !== true) return;
  for (const container of spec.get('containers').items()) {
    for (const port of container.get('ports').items()) {
      const [hostPort, containerPort] = [numberOf(port.get('hostPort')), numberOf(port.get('containerPort'))];
      if (hostPort === undefined || containerPort === undefined || hostPort === 0 || hostPort === containerPort) continue;
      to.invalid('port/host-port-on-host-network', port.get('hostPort'), 'must match `containerPort` when `hostNetwork` is true');
    }
  }
}

/** Whether the ports of the pod's containers become ports of the node: undefined where it is not known. */
export function defaultsHostPorts(spec: Cursor<PodSpec>, { isTemplate }: PodContext): boolean | undefined {
  return isTemplate ? false : booleanOf(spec.get('hostNetwork'));
}
