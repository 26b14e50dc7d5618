import {
  defineRule,
  fixOf,
  hasNoSelector,
  insertKey,
  insertMapping,
  labelOf,
  nameplateOf,
  sameNamespace,
  SERVICE_NAME_LABEL,
  valueOf,
  valueOr,
} from '../../src/core/api.ts';
import type { Cluster, EndpointSlice, Fix, Resource, Service } from '../../src/core/api.ts';

/** Kinds of routes whose backends can be slices. */
const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'];

/** The Service that the slice is named after: equal, or followed by a `-`. */
function findMeant(slice: EndpointSlice, cluster: Cluster): Service | undefined {
  const name = valueOf(slice.resource.name);
  if (name === undefined) return undefined;
  const parts = name.split('-');
  const prefixes = parts.map((_, i) => parts.slice(0, i + 1).join('-'));
  const meant = prefixes
    .flatMap(prefix => cluster.findServices(slice.resource, prefix))
    .filter(service => hasNoSelector(service) && sameNamespace(service.resource, slice.resource) === 'yes');
  return meant.length === 1 ? meant[0] : undefined;
}

function namesSlices(route: Resource): boolean {
  const references = route.body
    .get('spec')
    .get('rules')
    .items()
    .flatMap(rule => [rule.get('backendRefs'), ...rule.get('backendRefs').items()]);
  return references.some(reference =>
    reference.isList ? reference.isOpen : reference.isOpen || (valueOr(reference.get('kind').string(), '') ?? 'EndpointSlice') === 'EndpointSlice',
  );
}

function isNamedByRoute(cluster: Cluster): boolean {
  return ROUTES.some(kind => cluster.ofKind(kind).some(namesSlices));
}

function fixesOf(slice: EndpointSlice, name: string): readonly Fix[] {
  const { metadata } = slice.resource;
  const labels = metadata.get('labels');
  const edit = labels.isAbsent ? insertMapping(metadata, 'labels', SERVICE_NAME_LABEL, name) : insertKey(labels, SERVICE_NAME_LABEL, name);
  return fixOf(`Add the label ${SERVICE_NAME_LABEL}: ${name}`, 'safe', edit);
}

export default defineRule({
  id: 'endpoint-slice-label-missing',
  title: 'Without the label kubernetes.io/service-name the EndpointSlice belongs to no Service',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'endpoints',
  fix: 'safe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { absent: 'error' },
  facts: ['S-056'],

  *check(slice, { cluster }) {
    if (slice.kind !== 'EndpointSlice' || slice.serviceName.state !== 'absent') return;
    const owned = slice.managedBy.state !== 'absent' || slice.resource.metadata.get('ownerReferences').isPresent;
    if (owned || slice.resource.observed || cluster.isOpen || isNamedByRoute(cluster)) return;
    const service = findMeant(slice, cluster);
    const name = service && valueOf(service.resource.name);
    yield {
      variant: 'absent',
      message: `${labelOf(slice.resource)} lacks label "${SERVICE_NAME_LABEL}", so it serves no Service`,
      at: nameplateOf(slice.resource),
      help: `Add the label ${SERVICE_NAME_LABEL}${name === undefined ? ' with the name of the Service' : `: ${name}`}`,
      fixes: name === undefined ? [] : fixesOf(slice, name),
      related: service ? [{ at: nameplateOf(service.resource), note: `${labelOf(service.resource)} has no selector and waits for endpoints` }] : [],
    };
  },
});
