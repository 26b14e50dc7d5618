import { readIpAddress } from '../model/ip-address.ts';
import type { Service, ServicePort } from '../model/service.ts';
import type { ExternalName } from '../predict/external-name.ts';
import { lineEndOf } from '../text/edit.ts';
import { valueOf } from '../yaml/field.ts';
import { fixOf } from './edits.ts';
import type { FileEdit, Fix } from './finding.ts';
import { removeKey } from './removals.ts';

function renderPort(port: ServicePort): readonly string[] {
  const number = valueOf(port.targetPort);
  if (typeof number !== 'number') return [];
  const name = valueOf(port.name);
  return [
    ...(name === undefined ? [`- port: ${String(number)}`] : [`- name: ${name}`, `  port: ${String(number)}`]),
    `  protocol: ${valueOf(port.protocol) ?? 'TCP'}`,
  ];
}

function renderSlice(service: Service, name: ExternalName): readonly string[] | undefined {
  const address = readIpAddress(name.value);
  const serviceName = valueOf(service.resource.name);
  if (!address || serviceName === undefined) return undefined;
  const namespace = valueOf(service.resource.namespace);
  const ports = service.ports.flatMap(renderPort);
  return [
    '---',
    'apiVersion: discovery.k8s.io/v1',
    'kind: EndpointSlice',
    'metadata:',
    `  name: ${serviceName}-1`,
    ...(namespace === undefined ? [] : [`  namespace: ${namespace}`]),
    '  labels:',
    `    kubernetes.io/service-name: ${serviceName}`,
    `addressType: IPv${String(address.family)}`,
    ...(ports.length > 0 ? ['ports:', ...ports] : ['ports: []']),
    'endpoints:',
    '- addresses:',
    `  - "${name.value}"`,
  ];
}

/** Turns an ExternalName that is an address into a headless Service without selector and its EndpointSlice (S-222, S-056). */
export function externalNameToSlice(service: Service, name: ExternalName): readonly Fix[] {
  if (service.resource.document.origins) return [];
  const slice = renderSlice(service, name);
  const { file, span } = service.resource.document;
  const type = service.spec.get('type').at;
  const eol = lineEndOf(file.text);
  // A file that does not end with a line end does not get one.
  const isOpen = file.text[span.end - 1] !== '\n';
  const headless: FileEdit | undefined = { file, span: name.at.span, newText: 'clusterIP: None' };
  const append: FileEdit | undefined =
    slice === undefined
      ? undefined
      : { file, span: { start: span.end, end: span.end }, newText: isOpen ? eol + slice.join(eol) : slice.map(line => line + eol).join('') };
  return fixOf('Make it a headless Service with an EndpointSlice', 'unsafe', headless, removeKey(type), append);
}
