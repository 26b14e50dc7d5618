import type { TypedLocalObjectReference } from 'kubernetes-types/core/v1.d.ts';
import type { IngressBackend, IngressServiceBackend } from 'kubernetes-types/networking/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1035LabelFaults, dns1123LabelFaults, dns1123SubdomainFaults, pathSegmentFaults, portNameFaults, portNumberFaults } from '../../formats.ts';
import { numberOf, pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';

/** An IngressBackend: exactly one of a Service and a resource (S-247). */
export function validateIngressBackend(backend: Cursor<IngressBackend>, to: Refusals): void {
  const [service, resource] = [backend.get('service'), backend.get('resource')];
  if (service.isMapping && resource.isMapping) {
    to.invalid('ingress/backend', backend, 'cannot set both resource and service backends', { value: '' });
  } else if (service.isAbsent && resource.isAbsent) {
    to.invalid('ingress/backend', backend, 'resource or service backend is required', { value: '' });
  } else if (resource.isMapping && service.isAbsent) validateResourceBackend(resource, to);
  else if (service.isMapping && resource.isAbsent) validateServiceBackend(backend, to);
}

function validateServiceBackend(backend: Cursor<IngressBackend>, to: Refusals): void {
  const service = backend.get('service');
  validateServiceName(service.get('name'), to);
  validateServiceBackendPort(backend, service.get('port'), to);
}

/** The name has the form that the server wants of Services: that of any label, before 1.36 with a letter in front (S-247). */
function validateServiceName(name: Cursor<unknown>, to: Refusals): void {
  const text = textOf(name);
  if (text === undefined) return;
  if (text === '') {
    to.required('ingress/backend-service-name-required', name);
    return;
  }
  const faults = dns1123LabelFaults(text);
  for (const fault of faults) to.invalid('ingress/backend-service-name', name, fault);
  if (faults.length === 0) for (const fault of dns1035LabelFaults(text)) to.invalid('ingress/backend-service-name', name, fault, { until: 35 });
}

/** The port is a name or a number. What the two say together is reported at the backend. */
function validateServiceBackendPort(backend: Cursor<IngressBackend>, port: Cursor<NonNullable<IngressServiceBackend['port']>>, to: Refusals): void {
  const [name, number] = [textOf(port.get('name')), numberOf(port.get('number'))];
  if (name === undefined || number === undefined) return;
  if (name !== '' && number !== 0) to.invalid('ingress/backend-port-set-twice', backend, 'cannot set both port name & port number', { value: '' });
  else if (name !== '') for (const fault of portNameFaults(name)) to.invalid('ingress/backend-port-name', port.get('name'), fault);
  else if (number !== 0) for (const fault of portNumberFaults(number)) to.invalid('port/number', port.get('number'), fault);
  else to.required('ingress/backend-port-required', backend, 'port name or number is required');
}

function validateResourceBackend(resource: Cursor<TypedLocalObjectReference>, to: Refusals): void {
  const group = resource.get('apiGroup');
  for (const fault of dns1123SubdomainFaults(pointerOf(group.string()) ?? 'none')) to.invalid('ingress/backend-resource', group, fault);
  for (const part of [resource.get('kind'), resource.get('name')]) {
    const text = textOf(part);
    if (text === '') to.required('ingress/backend-resource-required', part);
    else if (text !== undefined) for (const fault of pathSegmentFaults(text)) to.invalid('ingress/backend-resource', part, fault);
  }
}
