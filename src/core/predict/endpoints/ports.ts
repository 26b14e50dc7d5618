import type { Container, ContainerPort, PodTemplate } from '../../model/pod.ts';
import { labelOf } from '../../model/resource.ts';
import { portLabelOf, type Service, type ServicePort } from '../../model/service.ts';
import { valueOf } from '../../yaml/field.ts';
import { mayBeInjected } from '../injected-sidecars.ts';
import type { Doubt, Predicted, PredictedPort } from './types.ts';

/** What a name leads to in the pods of a template. */
export type PortLookup =
  | { readonly found: 'yes'; readonly port: ContainerPort; readonly number: number }
  | { readonly found: 'no' }
  | { readonly found: 'unknown'; readonly doubt: Doubt };

/** First minor whose EndpointSlice controller looks into sidecars (S-039). */
const SIDECARS_SINCE = 33;

/** Groups whose workloads run exactly the containers of their template, but for what admission injects. */
const PLAIN_GROUPS = new Set(['', 'apps', 'batch', 'extensions', 'argoproj.io']);

function doubt(reason: string, at: Doubt['at']): PortLookup {
  return { found: 'unknown', doubt: { reason, at } };
}

function lookInPort(port: ContainerPort, name: string, protocol: string): PortLookup {
  const [portName, portProtocol, number] = [port.name, port.protocol, port.number];
  if (portName.state === 'absent' || (portName.state === 'known' && portName.value !== name)) return { found: 'no' };
  if (portProtocol.state === 'known' && portProtocol.value !== protocol) return { found: 'no' };
  const hidden = [portName, portProtocol, number].find(field => field.state !== 'known');
  if (hidden) return doubt(`a port of container "${valueOf(port.container.name) ?? ''}" is not known`, hidden.at);
  return { found: 'yes', port, number: valueOf(number) ?? 0 };
}

function lookInContainer(container: Container, name: string, protocol: string): PortLookup {
  for (const port of container.ports) {
    const lookup = lookInPort(port, name, protocol);
    if (lookup.found !== 'no') return lookup;
  }
  return container.portsOpen ? doubt(`the ports of container "${valueOf(container.name) ?? ''}" are not known`, container.body.at) : { found: 'no' };
}

function isSearched(container: Container, minors: readonly number[]): 'yes' | 'no' | 'unknown' {
  if (container.role === 'container') return 'yes';
  if (container.role === 'init') return container.body.get('restartPolicy').string().state === 'unknown' ? 'unknown' : 'no';
  const searching = minors.filter(minor => minor >= SIDECARS_SINCE).length;
  return searching === minors.length ? 'yes' : searching === 0 ? 'no' : 'unknown';
}

/** The container port that the endpoint controller finds for a name and a protocol: containers first, then sidecars, in their order (S-038, S-040). */
export function findContainerPort(template: PodTemplate, name: string, protocol: string, minors: readonly number[]): PortLookup {
  for (const container of template.containers) {
    const searched = isSearched(container, minors);
    const lookup = searched === 'no' ? undefined : lookInContainer(container, name, protocol);
    if (!lookup || lookup.found === 'no') continue;
    return searched === 'yes' ? lookup : doubt('whether ports of init containers count is not known', container.body.at);
  }
  if (template.containersOpen) return doubt(`the containers of ${labelOf(template.workload)} are not all known`, template.spec.at);
  if (mayBeInjected(template, name)) return doubt(`whether ${labelOf(template.workload)} gets a sidecar with port "${name}" is not known`, template.body.at);
  const plain = template.kind !== undefined && PLAIN_GROUPS.has(template.workload.group);
  return plain ? { found: 'no' } : doubt(`the containers that ${labelOf(template.workload)} runs are not known`, template.spec.at);
}

interface PortHead {
  readonly name: string;
  readonly protocol: string;
  readonly appProtocol: string | undefined;
}

function readHead(port: ServicePort): PortHead | undefined {
  const appProtocol = port.body.get('appProtocol').string();
  const protocol = valueOf(port.protocol);
  if (port.name.state === 'unknown' || appProtocol.state === 'unknown' || protocol === undefined) return undefined;
  return { name: valueOf(port.name) ?? '', protocol, appProtocol: valueOf(appProtocol) };
}

/** One Service port in the pods of a template; undefined where its name leads nowhere there, so that the port is left out (S-042). */
export function resolvePort(port: ServicePort, template: PodTemplate, minors: readonly number[]): Predicted<PredictedPort | undefined> {
  const head = readHead(port);
  const target = port.targetPort;
  if (!head || target.state !== 'known')
    return { doubt: { reason: `${portLabelOf(port)} is not known`, at: target.state === 'known' ? port.body.at : target.at } };
  if (typeof target.value === 'number') return { value: { ...head, port: target.value, from: port, to: undefined } };
  const lookup = findContainerPort(template, target.value, head.protocol, minors);
  if (lookup.found === 'unknown') return lookup;
  return { value: lookup.found === 'no' ? undefined : { ...head, port: lookup.number, from: port, to: lookup.port } };
}

/** All ports of a slice with the pods of a template. */
export function resolvePorts(service: Service, template: PodTemplate, minors: readonly number[]): Predicted<readonly PredictedPort[]> {
  if (service.portsOpen) return { doubt: { reason: 'its ports are not all known', at: service.spec.at } };
  const ports: PredictedPort[] = [];
  for (const port of service.ports) {
    const resolved = resolvePort(port, template, minors);
    if (resolved.doubt) return resolved;
    if (resolved.value) ports.push(resolved.value);
  }
  return { value: ports };
}

/** Equal for ports that share a slice (S-044). */
export function portKeyOf(ports: readonly PredictedPort[]): string {
  const keys = ports.map(port => JSON.stringify([port.name, port.protocol, port.port, port.appProtocol]));
  return keys.sort().join();
}
