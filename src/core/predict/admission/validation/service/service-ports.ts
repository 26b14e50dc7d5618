import type { ServicePort } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123LabelFaults, portNumberFaults, qualifiedNameFaults } from '../../formats.ts';
import { numberOf, pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateUniqueNodePorts } from './service-node-ports.ts';
import { validatePortNumber, validatePortNumberOrName, validateProtocol } from './port.ts';
import { areAllPortsKnown, isType, type ServiceSpec } from './service-spec.ts';

type Port = Cursor<ServicePort>;

/** All ports of a Service: each by itself, then against each other. */
export function validateServicePorts(spec: ServiceSpec, to: Refusals): void {
  const ports: readonly Port[] = spec.get('ports').items();
  // Ports of a list with template lines may be branches of a condition: what they are together is not known.
  const isWhole = areAllPortsKnown(spec);
  for (const port of ports) validateServicePort(port, to);
  if (!isWhole) return;
  validatePortNames(ports, to);
  validateUniquePorts(ports, to);
  validateUniqueNodePorts(spec, to);
}

function validateServicePort(port: Port, to: Refusals): void {
  const name = textOf(port.get('name'));
  if (name !== undefined && name !== '') for (const fault of dns1123LabelFaults(name)) to.invalid('service/port-name', port.get('name'), fault);
  validatePortNumber(port.get('port'), to);
  validateProtocol(port.get('protocol'), to);
  validateTargetPort(port, to);
  const appProtocol = pointerOf(port.get('appProtocol').string());
  if (typeof appProtocol === 'string') for (const fault of qualifiedNameFaults(appProtocol)) to.invalid('service/app-protocol', port.get('appProtocol'), fault);
}

/** The port's own number where none, 0 or an empty name is written (S-074). */
function validateTargetPort(port: Port, to: Refusals): void {
  const targetPort = port.get('targetPort').as<unknown>();
  const written = pointerOf(targetPort.intOrString());
  if (written !== null && written !== 0 && written !== '') return validatePortNumberOrName('service/target-port-name', targetPort, to);
  const number = numberOf(port.get('port'));
  const options = { field: targetPort.fieldPath, value: number };
  if (number !== undefined) for (const fault of portNumberFaults(number)) to.invalid('port/number', port.get('port'), fault, options);
}

/** Where there are several ports, each needs a name of its own (S-109, S-111). */
function validatePortNames(ports: readonly Port[], to: Refusals): void {
  const seen = new Set<string>();
  for (const port of ports) {
    const [name, field] = [textOf(port.get('name')), port.get('name')];
    if (name === '' && ports.length > 1) to.required('service/port-name-required', field);
    if (name === undefined || name === '') continue;
    if (seen.has(name)) to.duplicate('service/port-name-duplicated', field);
    seen.add(name);
  }
}

function protocolOf(port: Port): string | undefined {
  const protocol = textOf(port.get('protocol'));
  return protocol === '' ? 'TCP' : protocol;
}

function validateUniquePorts(ports: readonly Port[], to: Refusals): void {
  const seen = new Set<string>();
  for (const port of ports) {
    const [protocol, number] = [protocolOf(port), numberOf(port.get('port'))];
    if (protocol === undefined || number === undefined) continue;
    const key = `${protocol} ${String(number)}`;
    const value = { Name: '', Protocol: protocol, AppProtocol: null, Port: number, TargetPort: 0, NodePort: 0 };
    if (seen.has(key)) to.duplicate('service/port-duplicated', port, { value });
    seen.add(key);
  }
}

/** A ClusterIP Service has no node ports (S-118). */
export function validateNodePortType(spec: ServiceSpec, to: Refusals): void {
  if (isType(spec, 'ClusterIP') !== 'yes') return;
  for (const port of spec.get('ports').items()) {
    const nodePort = numberOf(port.get('nodePort'));
    if (nodePort !== undefined && nodePort !== 0) {
      to.forbidden('service/node-port-type', port.get('nodePort'), "may not be used when `type` is 'ClusterIP'");
    }
  }
}
