import {
  defineRule,
  findNearest,
  fixOf,
  labelOf,
  mayMeet,
  sameNamespace,
  serviceNameOf,
  servicesWithoutEndpoints,
  setScalar,
  valueOf,
} from '../../src/core/api.ts';
import type { Cluster, Finding, WrittenEndpoints } from '../../src/core/api.ts';

type Variant = 'near-miss' | 'other-namespace' | 'absent';

function isNotMeant(endpoints: WrittenEndpoints): boolean {
  const owned = endpoints.resource.metadata.get('ownerReferences').isPresent;
  return (
    endpoints.resource.observed || owned || (endpoints.kind === 'Endpoints' ? endpoints.leader.state !== 'absent' : endpoints.managedBy.state !== 'absent')
  );
}

function near(endpoints: WrittenEndpoints, name: string, cluster: Cluster): Finding<Variant> | undefined {
  const waiting = servicesWithoutEndpoints(cluster).filter(service => mayMeet(service.resource, endpoints.resource));
  const service = findNearest(name, waiting, ({ resource }) => valueOf(resource.name));
  const wanted = service && valueOf(service.resource.name);
  if (!service || wanted === undefined) return undefined;
  const at = serviceNameOf(endpoints).at;
  return {
    variant: 'near-miss',
    message: `${labelOf(endpoints.resource)} belongs to Service "${name}", which does not exist, so it serves nobody`,
    at,
    help: endpoints.kind === 'Endpoints' ? `Rename the Endpoints to ${wanted}` : `Change the label to ${wanted}`,
    fixes: fixOf(`Change the name to ${wanted}`, 'unsafe', setScalar(at, wanted)),
    related: [{ at: service.resource.name.at, note: `${labelOf(service.resource)} has no selector and no endpoints` }],
  };
}

function elsewhere(endpoints: WrittenEndpoints, name: string, cluster: Cluster): Finding<Variant> | undefined {
  const waiting = servicesWithoutEndpoints(cluster).filter(
    ({ resource }) => valueOf(resource.name) === name && sameNamespace(resource, endpoints.resource) === 'no',
  );
  const [service] = waiting;
  const [here, there] = [endpoints.resource.namespace, service?.resource.namespace];
  if (!service || waiting.length > 1 || here.state !== 'known' || there?.state !== 'known') return undefined;
  return {
    variant: 'other-namespace',
    message: `${labelOf(endpoints.resource)} is in namespace "${here.value}", its Service in "${there.value}", so it serves nobody`,
    at: here.at,
    help: `Set metadata.namespace of the ${endpoints.kind} to ${there.value}`,
    fixes: fixOf(`Set the namespace to ${there.value}`, 'unsafe', setScalar(here.at, there.value)),
    related: [{ at: there.at, note: `${labelOf(service.resource)} is in namespace "${there.value}"` }],
  };
}

export default defineRule({
  id: 'endpoints-service-missing',
  title: 'Endpoints or an EndpointSlice belong to a Service that does not exist',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'endpoints',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'near-miss': 'warning', 'other-namespace': 'warning', absent: 'error' },
  questions: {
    'no-service': {
      one: 'object with endpoints names a Service that is not in these files',
      many: 'objects with endpoints name Services that are not in these files',
      decide: '--complete if nothing else runs there',
    },
  },
  facts: ['S-054', 'S-056'],

  *check(endpoints, { cluster }) {
    const { at } = serviceNameOf(endpoints);
    const name = valueOf(serviceNameOf(endpoints));
    if (name === undefined || cluster.isOpen || isNotMeant(endpoints) || cluster.findServices(endpoints.resource, name).length > 0) return;
    const found = near(endpoints, name, cluster) ?? elsewhere(endpoints, name, cluster);
    if (found) yield found;
    else if (cluster.absenceProves) {
      const message = `${labelOf(endpoints.resource)} belongs to Service "${name}", which does not exist, so it serves nobody`;
      yield { variant: 'absent', message, at, help: `Add a Service "${name}" without a selector, or remove the ${endpoints.kind}` };
    } else yield { undecided: 'no-service', at };
  },
});
