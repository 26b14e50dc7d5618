import type { Container as ContainerSpec, ContainerPort as ContainerPortSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import { withDefault } from './default.ts';
import type { Container, ContainerPort, PodTemplate } from './pod.ts';

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
      body.get('ports').isOpen ||
      body
        .get('ports')
        .items()
        .some(port => !port.isMapping || port.isOpen),
  };
  for (const port of body.get('ports').items()) ports.push(readPort(port, container));
  return container;
}
