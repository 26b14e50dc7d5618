import { sameNamespace } from '../../model/namespace.ts';
import { labelOf, type Resource } from '../../model/resource.ts';
import type { Service, ServicePort } from '../../model/service.ts';
import type { IngressBackend } from '../../model/ingress.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Place } from '../../yaml/place.ts';
import type { Doubt } from '../endpoints/types.ts';
import { findMissingBackend } from '../missing-backend.ts';
import { findBackendPort, mustBeOnNodes } from './backend-port.ts';
import { findReference, type RouteContext } from './context.ts';
import { findTargets } from './targets.ts';
import type { Break, Destination, Entry } from './types.ts';
import { protocolOf } from './upstream-protocol.ts';

const NOWHERE: Destination = {
  service: undefined,
  port: undefined,
  action: undefined,
  outside: undefined,
  protocol: undefined,
  targets: [],
  breaks: undefined,
  doubts: [],
};

function doubtful(reason: string, at: Place): Destination {
  return { ...NOWHERE, doubts: [{ reason, at }] };
}

function broken(rule: string, message: string, at: Place): Break {
  return { rule, message, at };
}

/** Why a Service that a backend names is not there, as far as the files tell. */
function explainAbsence({ ingress, service }: IngressBackend, name: string, { cluster }: RouteContext): Destination {
  const { resource } = ingress;
  const reference = findReference(resource, service, cluster);
  const missing = reference && findMissingBackend(reference, cluster);
  const nearest = missing && 'meant' in missing ? `, the nearest name is "${valueOf(missing.meant.service.resource.name) ?? ''}"` : '';
  switch (missing?.kind) {
    case 'near':
    case 'missing':
      return { ...NOWHERE, breaks: broken('ingress-backend-missing', `Service "${name}" does not exist${nearest}`, service.at) };
    case 'elsewhere': {
      const where = valueOf(missing.target.namespace) ?? '';
      return { ...NOWHERE, breaks: broken('ingress-backend-in-other-namespace', `Service "${name}" is only in namespace "${where}"`, service.at) };
    }
    case 'likely':
    case 'not-in-files':
    case undefined:
      return doubtful(`Service "${name}" is not in these files${nearest}`, service.at);
  }
}

/** An ExternalName Service has no pods: some controllers are a proxy to its host, others refuse it (S-263). */
function leaveCluster(service: Service, { controller }: Entry): Destination {
  const name = service.spec.get('externalName').string();
  const found = { ...NOWHERE, service, outside: valueOf(name) };
  const { at } = service.type;
  if (name.state === 'unknown') return { ...found, doubts: [{ reason: `the host of ${labelOf(service.resource)} is not known`, at: name.at }] };
  if (controller?.externalName === 'proxied') return found;
  const label = labelOf(service.resource);
  if (controller?.externalName === 'refused')
    return {
      ...found,
      breaks: broken(
        'ingress-backend-is-external-name',
        `${controller.title} takes no ExternalName Service such as "${valueOf(service.resource.name) ?? ''}"`,
        at,
      ),
    };
  const who = controller ? `${controller.title} refuses unless a setting allows it` : 'not every controller takes';
  return { ...found, doubts: [{ reason: `${label} is an ExternalName, which ${who}`, at }] };
}

function reachPort(backend: IngressBackend, port: ServicePort, context: RouteContext, entry: Entry): Destination {
  const { service } = port;
  const protocol = valueOf(port.protocol);
  const found = { ...NOWHERE, service, port, protocol: protocolOf(backend.ingress, port, entry.controller) };
  if (protocol !== undefined && protocol !== 'TCP') {
    const message = `Port ${String(valueOf(port.number) ?? '')} of ${labelOf(service.resource)} is ${protocol}, and an Ingress carries HTTP only`;
    return { ...found, breaks: broken('ingress-backend-unsupported-protocol', message, port.protocol.at) };
  }
  const { targets, breaks, doubts } = findTargets(port, context);
  const onNodes = mustBeOnNodes(backend.ingress, service, entry.controller);
  return { ...found, targets, breaks, doubts: onNodes ? [...doubts, onNodes] : doubts };
}

function reachService(backend: IngressBackend, resource: Resource, context: RouteContext, entry: Entry): Destination {
  const service = context.endpoints.get(resource)?.service;
  if (!service) return doubtful(`${labelOf(resource)} is not known`, resource.body.at);
  if (service.type.state === 'unknown') return { ...doubtful(`the type of ${labelOf(resource)} is not known`, service.type.at), service };
  if (service.type.state === 'known' && service.type.value === 'ExternalName') return leaveCluster(service, entry);
  const port = findBackendPort(backend, service, entry.controller);
  if (port.found === 'yes') return reachPort(backend, port.port, context, entry);
  if (port.found === 'unknown') return { ...doubtful(port.doubt.reason, port.doubt.at), service };
  return { ...NOWHERE, service, breaks: broken('ingress-backend-port-missing', port.message, backend.port.at) };
}

/** The Service that is found may be in another namespace. */
function doubtsAbout({ ingress }: IngressBackend, resource: Resource): readonly Doubt[] {
  if (sameNamespace(ingress.resource, resource) === 'yes') return [];
  return [{ reason: `whether ${labelOf(resource)} is in the namespace of ${labelOf(ingress.resource)} is not known`, at: resource.body.at }];
}

/** Whether a port of that name stands for an annotation of the controller and no Service; where the controller is not known, too. */
function isAction({ port }: IngressBackend, { controller }: Entry): boolean {
  return valueOf(port) === (controller ? controller.magicPort : 'use-annotation');
}

/** Where a backend leads: to the pods behind a port of a Service of the same namespace (S-249, S-250). */
export function findDestination(backend: IngressBackend, context: RouteContext, entry: Entry): Destination {
  const { service, resource, ingress } = backend;
  const name = valueOf(service);
  if (service.state === 'unknown') return doubtful('the name of its Service is not known', service.at);
  if (resource.isPresent) return doubtful(`it goes to ${valueOf(resource.get('kind').string()) ?? 'an object'} and not to a Service`, resource.at);
  if (name === undefined || name === '') return { ...NOWHERE, breaks: broken('ingress-backend-invalid', 'The backend names no Service', backend.body.at) };
  if (isAction(backend, entry)) return { ...NOWHERE, action: name };
  const [found] = context.cluster.find(ingress.resource, 'Service', name).filter(({ group }) => group === '');
  if (!found) return explainAbsence(backend, name, context);
  const reached = reachService(backend, found, context, entry);
  return { ...reached, doubts: [...doubtsAbout(backend, found), ...reached.doubts] };
}
