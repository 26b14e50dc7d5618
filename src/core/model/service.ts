import type { Service as ServiceSpecObject, ServicePort as ServicePortSpec, ServiceSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf, type Field } from '../yaml/field.ts';
import type { Answer } from './answer.ts';
import { withDefault } from './default.ts';
import { labelOf, type Resource } from './resource.ts';
import { isEmpty, readMapSelector, type Selector } from './selector.ts';

export interface ServicePort {
  readonly service: Service;
  readonly body: Cursor<ServicePortSpec>;
  /** Absent for an unnamed port, whose name in slices is "". */
  readonly name: Field<string>;
  readonly number: Field<number>;
  /** `number` where none is written, 0 or "" (S-037). */
  readonly targetPort: Field<number | string>;
  /** TCP where none is written. */
  readonly protocol: Field<string>;
  /** Absent where none is written or 0, which asks for a free one (S-079). */
  readonly nodePort: Field<number>;
}

export interface Service {
  readonly resource: Resource;
  readonly spec: Cursor<ServiceSpec>;
  /** ClusterIP where none is written. */
  readonly type: Field<string>;
  readonly clusterIP: Field<string>;
  readonly headless: Answer;
  readonly selector: Selector;
  readonly ports: readonly ServicePort[];
  /** True when there may be ports that are not shown. */
  readonly portsOpen: boolean;
}

function readTargetPort(body: Cursor<ServicePortSpec>): Field<number | string> {
  const written = body.get('targetPort').as<unknown>().intOrString();
  const omitted = written.state === 'absent' || (written.state === 'known' && (written.value === 0 || written.value === ''));
  return omitted ? body.get('port').number() : written;
}

function readNodePort(body: Cursor<ServicePortSpec>): Field<number> {
  const written = body.get('nodePort').number();
  return written.state === 'known' && written.value === 0 ? { state: 'absent', at: written.at } : written;
}

function readPort(body: Cursor<ServicePortSpec>, service: Service): ServicePort {
  return {
    service,
    body,
    name: body.get('name').string(),
    number: body.get('port').number(),
    targetPort: readTargetPort(body),
    protocol: withDefault(body.get('protocol').string(), 'TCP'),
    nodePort: readNodePort(body),
  };
}

function readHeadless(clusterIP: Field<string>, type: Field<string>): Answer {
  if (valueOf(type) === 'ExternalName') return 'no';
  if (clusterIP.state === 'unknown') return 'unknown';
  return valueOf(clusterIP) === 'None' ? 'yes' : 'no';
}

export function readService(resource: Resource): Service {
  const spec = resource.body.as<ServiceSpecObject>().get('spec');
  const list = spec.get('ports');
  const [type, clusterIP] = [withDefault(spec.get('type').string(), 'ClusterIP'), spec.get('clusterIP').string()];
  const ports: ServicePort[] = [];
  const service: Service = {
    resource,
    spec,
    type,
    clusterIP,
    headless: readHeadless(clusterIP, type),
    selector: readMapSelector(spec.get('selector').as<Readonly<Record<string, string>>>()),
    ports,
    portsOpen: spec.isOpen || list.isOpen || list.items().some(item => !item.isMapping),
  };
  for (const port of list.items()) ports.push(readPort(port, service));
  return service;
}

/** Whether the endpoint controllers make slices for the Service from its selector (S-009, S-023). */
export function isSelecting(service: Service): Answer {
  if (service.type.state === 'unknown' || service.spec.isOpen)
    return service.selector.requirements.length > 0 && service.type.state !== 'unknown' ? 'yes' : 'unknown';
  if (valueOf(service.type) === 'ExternalName' || isEmpty(service.selector)) return 'no';
  return service.selector.requirements.length === 0 ? 'unknown' : 'yes';
}

/** `Port "http" of Service "web"`, `Port 80 of Service "web"`. */
export function portLabelOf(port: ServicePort): string {
  const name = valueOf(port.name);
  const number = valueOf(port.number);
  const which = name !== undefined && name !== '' ? `Port "${name}"` : number === undefined ? 'A port' : `Port ${String(number)}`;
  return `${which} of ${labelOf(port.service.resource)}`;
}
