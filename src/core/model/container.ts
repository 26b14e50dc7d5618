import type { Container as ContainerSpec, ContainerPort as ContainerPortSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf, type Field } from '../yaml/field.ts';
import { withDefault } from './default.ts';
import type { Place } from '../yaml/place.ts';
import type { PodTemplate } from './pod-template.ts';

/** `sidecar`: an init container with restartPolicy Always, which runs beside the containers (S-188). */
export type ContainerRole = 'container' | 'sidecar' | 'init';

export interface ContainerPort {
  readonly container: Container;
  readonly body: Cursor<ContainerPortSpec>;
  readonly name: Field<string>;
  readonly number: Field<number>;
  /** TCP where none is written (S-186). */
  readonly protocol: Field<string>;
  readonly hostPort: Field<number>;
}

export interface Container {
  readonly pod: PodTemplate;
  readonly role: ContainerRole;
  readonly body: Cursor<ContainerSpec>;
  readonly name: Field<string>;
  readonly image: Field<string>;
  readonly ports: readonly ContainerPort[];
  /** True when there may be ports that are not shown. */
  readonly portsOpen: boolean;
}

function readPort(body: Cursor<ContainerPortSpec>, container: Container): ContainerPort {
  return {
    container,
    body,
    name: body.get('name').string(),
    number: body.get('containerPort').number(),
    protocol: withDefault(body.get('protocol').string(), 'TCP'),
    hostPort: body.get('hostPort').number(),
  };
}

export function readContainer(body: Cursor<ContainerSpec>, list: 'containers' | 'initContainers', pod: PodTemplate): Container {
  const sidecar = valueOf(body.get('restartPolicy').string()) === 'Always';
  const ports: ContainerPort[] = [];
  const container: Container = {
    pod,
    role: list === 'containers' ? 'container' : sidecar ? 'sidecar' : 'init',
    body,
    name: body.get('name').string(),
    image: body.get('image').string(),
    ports,
    portsOpen:
      body.isOpen ||
      body.get('ports').isUnknown ||
      body
        .get('ports')
        .items()
        .some(port => !port.isMapping || port.isOpen),
  };
  for (const port of body.get('ports').items()) ports.push(readPort(port, container));
  return container;
}

/** `container "web"`, as it stands within a sentence. */
export function containerLabelOf(container: Container): string {
  const name = valueOf(container.name);
  return name === undefined ? 'a container' : `container "${name}"`;
}

/** Where a reader recognizes the container: its name, else its image or itself. */
export function containerPlaceOf(container: Container): Place {
  return container.name.state === 'absent' ? container.body.get('image').at : container.name.at;
}
