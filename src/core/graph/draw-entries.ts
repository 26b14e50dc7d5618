import type { Resource } from '../model/resource.ts';
import type { Service } from '../model/service.ts';
import { valueOf } from '../yaml/field.ts';
import type { Cursor } from '../yaml/cursor.ts';
import type { DraftNode, ScopeGraph } from './scope-graph.ts';

/** A host name in the rules of Traefik: Host(`shop.example.com`). */
const TRAEFIK_HOST = /Host(?:SNI)?\(([^)]*)\)/g;

/** A place that says where requests come in. */
interface Entry {
  readonly kind: string;
  readonly name: string;
  readonly at: Cursor<unknown>;
}

function hostsOfIngress(ingress: Resource): Entry[] {
  const spec = ingress.body.get('spec');
  const secured = new Set(
    spec
      .get('tls')
      .items()
      .flatMap(tls =>
        tls
          .get('hosts')
          .items()
          .map(host => host.text),
      ),
  );
  const rules = spec.get('rules').items();
  const hosts = rules.map(rule => ({ kind: 'Host', name: rule.get('host').text ?? '*', at: rule.get('host').isWritten ? rule.get('host') : rule }));
  const entries = hosts.map(entry => ({ ...entry, name: `${secured.has(entry.name) ? 'https' : 'http'}://${entry.name}` }));
  return entries.length > 0 ? entries : [{ kind: 'Host', name: 'http://*', at: spec }];
}

function hostsOfTraefik(route: Resource): Entry[] {
  const matches = route.body
    .get('spec')
    .get('routes')
    .items()
    .map(each => each.get('match'));
  return matches.flatMap(at => [...(at.text ?? '').matchAll(TRAEFIK_HOST)].map(([, name = '']) => ({ kind: 'Host', name: name.replaceAll(/[`"']/g, ''), at })));
}

function listenersOf(gateway: Resource): Entry[] {
  const listeners = gateway.body.get('spec').get('listeners').items();
  return listeners.map(at => ({
    kind: 'Listener',
    name: `${(at.get('protocol').text ?? 'TCP').toLowerCase()}://${at.get('hostname').text ?? '*'}:${at.get('port').text ?? '?'}`,
    at,
  }));
}

function hostAt(path: readonly string[]): (route: Resource) => Entry[] {
  return route => {
    const at = path.reduce((cursor, key) => cursor.get(key), route.body);
    return at.text === undefined ? [] : [{ kind: 'Host', name: at.text, at }];
  };
}

/** Where requests come in, by the kinds that say so. */
const ENTRIES: Readonly<Record<string, (resource: Resource) => Entry[]>> = {
  Ingress: hostsOfIngress,
  IngressRoute: hostsOfTraefik,
  IngressRouteTCP: hostsOfTraefik,
  Gateway: listenersOf,
  HTTPProxy: hostAt(['spec', 'virtualhost', 'fqdn']),
  Route: hostAt(['spec', 'host']),
};

function entriesOfService({ type, ports }: Service): Entry[] {
  const kind = valueOf(type);
  if (kind !== 'LoadBalancer' && kind !== 'NodePort') return [];
  const known = kind === 'LoadBalancer' ? ports.map(port => ({ port, number: port.number, at: port.body })) : [];
  const nodePorts = kind === 'NodePort' ? ports.map(port => ({ port, number: port.nodePort, at: port.body.get('nodePort') })) : [];
  return [...known, ...nodePorts].map(({ number, at, port }) => ({
    kind: kind === 'LoadBalancer' ? 'Load balancer' : 'Node port',
    name: number.state === 'absent' ? 'a free one' : `:${String(valueOf(number) ?? '?')}`,
    at: at.isWritten ? at : port.body,
  }));
}

function drawEntryOfService(graph: ScopeGraph, service: Service, node: DraftNode): void {
  const entries = entriesOfService(service);
  const name = entries.map(entry => entry.name).join(' ');
  for (const { kind, at } of entries) {
    const entry = graph.nodeOfEntry({ kind, name, from: service.resource, of: node.name });
    graph.link(entry, node, { as: 'enters', at: at.at });
  }
}

/** Draws where requests come in. A load balancer is one for each Service, whatever its ports. */
export function drawEntries(graph: ScopeGraph): void {
  for (const resource of graph.cluster.resources) {
    const node = graph.nodeOf(resource);
    const read = node && ENTRIES[resource.kind];
    if (read) for (const { kind, name, at } of read(resource)) graph.link(graph.nodeOfEntry({ kind, name, from: resource }), node, { as: 'enters', at: at.at });
  }
  for (const service of graph.cluster.services) {
    const node = graph.nodeOf(service.resource);
    if (node) drawEntryOfService(graph, service, node);
  }
}
