import {
  defineRule,
  endpointsServing,
  findPortGaps,
  findServiceOf,
  fixOf,
  hasNoSelector,
  insertKey,
  labelOf,
  removeKey,
  setScalar,
  valueOf,
} from '../../src/core/api.ts';
import type { EndpointPort, FileEdit, Fix, PortGap, ServicePort, WrittenEndpoints } from '../../src/core/api.ts';

function nameOf(port: ServicePort | EndpointPort): string {
  return valueOf(port.name) ?? '';
}

function describe({ port, spare: [spare] }: PortGap, { kind }: WrittenEndpoints): string {
  const service = labelOf(port.service.resource);
  const own = nameOf(port) === '' ? 'an unnamed port' : `port "${nameOf(port)}"`;
  const its = kind === 'Endpoints' ? 'its Endpoints' : 'its slice';
  const verb = (plural: string, singular: string): string => (kind === 'Endpoints' ? plural : singular);
  if (!spare) return `${service} has ${own}, ${its} ${verb('have', 'has')} no such port, so the port gets no endpoints`;
  if (nameOf(spare) !== nameOf(port)) {
    const other = nameOf(spare) === '' ? 'none' : `"${nameOf(spare)}"`;
    return `${service} has ${own}, ${its} ${verb('name', 'names')} ${other}, so the port gets no endpoints`;
  }
  return `${service} has ${own} over ${valueOf(port.protocol) ?? ''}, ${its} ${verb('say', 'says')} ${valueOf(spare.protocol) ?? ''}, so it gets no endpoints`;
}

function rename(spare: EndpointPort, name: string): FileEdit | undefined {
  const written = spare.body.get('name');
  if (!written.isPresent) return insertKey(spare.body, 'name', name);
  return (name === '' ? removeKey(written.at) : undefined) ?? setScalar(written.at, name);
}

function fixesOf({ port, spare, pairs }: PortGap): readonly Fix[] {
  const sameProtocol = spare.every(other => valueOf(other.protocol) === valueOf(port.protocol));
  if (!pairs || !sameProtocol) return [];
  const name = nameOf(port);
  return fixOf(
    name === '' ? 'Remove the name from the port of the endpoints' : `Name the port of the endpoints ${name}`,
    'safe',
    ...spare.map(other => rename(other, name)),
  );
}

function helpFor({ port, spare: [spare] }: PortGap): string {
  const name = nameOf(port);
  if (spare && nameOf(spare) === name) return `Set protocol to ${valueOf(port.protocol) ?? ''} at both ends`;
  if (name === '') return 'Remove the name from the port of the endpoints, or name the Service port';
  return `Add name: ${name} to the port of the endpoints`;
}

export default defineRule({
  id: 'endpoints-port-name-mismatch',
  title: 'Port name and protocol of the endpoints do not equal those of the Service port, so it stays empty',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'endpoints',
  fix: 'safe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { unserved: 'error' },
  facts: ['S-057'],

  *check(endpoints, { cluster }) {
    const service = findServiceOf(endpoints, cluster);
    if (!service || !hasNoSelector(service) || service.headless !== 'no') return;
    // One finding a port, at the first of the objects that serve the Service.
    if (endpointsServing(service, cluster)[0] !== endpoints || cluster.isOpen) return;
    for (const gap of findPortGaps(service, cluster)) {
      const [spare] = gap.spare;
      const written = spare?.body.get('name');
      yield {
        variant: 'unserved',
        message: describe(gap, endpoints),
        at: written?.isPresent ? written.at : (spare?.body.at ?? endpoints.resource.body.get(endpoints.kind === 'Endpoints' ? 'subsets' : 'ports').at),
        help: helpFor(gap),
        fixes: fixesOf(gap),
        related: [{ at: gap.port.body.at, note: nameOf(gap.port) === '' ? 'the Service port has no name' : `the Service port is named "${nameOf(gap.port)}"` }],
      };
    }
  },
});
