import type { PodTemplate } from '../../model/pod.ts';
import { labelOf } from '../../model/resource.ts';
import { portLabelOf, type Service, type ServicePort } from '../../model/service.ts';
import { valueOf } from '../../yaml/field.ts';
import { resolveTargetPort } from '../target-port.ts';
import type { Predicted, PredictedPort } from './types.ts';

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
  const resolved = resolveTargetPort(port, template, minors);
  if (!head || port.targetPort.state !== 'known') return { doubt: { reason: `${portLabelOf(port)} is not known`, at: port.body.at } };
  if (resolved.state === 'unknown') {
    const reason = `whether ${labelOf(template.workload)} has port "${String(port.targetPort.value)}" is not known`;
    return { doubt: { reason, at: template.spec.at } };
  }
  return { value: resolved.state === 'unresolved' ? undefined : { ...head, port: resolved.number, from: port, to: resolved.declared } };
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
