import type { Cluster } from '../model/cluster.ts';
import { isSelecting, type Service } from '../model/service.ts';
import { serviceReferences, usesOf } from '../predict/service-uses.ts';
import { valueOf } from '../yaml/field.ts';
import type { EdgeState } from './graph.ts';
import type { DraftNode, Link, ScopeGraph } from './scope-graph.ts';

/** `80 → http` of each port. */
function portsText({ ports }: Service): string {
  return ports
    .map(({ number, targetPort }) => {
      const [from, to] = [valueOf(number) ?? '?', valueOf(targetPort) ?? '?'];
      return from === to ? String(from) : `${String(from)} → ${String(to)}`;
    })
    .join(', ');
}

function drawSelection(graph: ScopeGraph, service: Service, node: DraftNode): void {
  const basis = [service.selector.at, service.spec.get('ports').at];
  const link = (state: EdgeState): Link => ({ as: 'selects', text: portsText(service), state, basis });
  const { sure, possible } = graph.cluster.selectionOf(service);
  for (const [pods, state] of [[sure, 'sure'] as const, [possible, 'possible'] as const])
    for (const { workload } of pods) {
      const target = graph.nodeOf(workload);
      if (target) graph.link(node, target, link(state));
    }
  const written = [...graph.cluster.endpoints.endpointsOf(service), ...graph.cluster.endpoints.slicesOf(service)];
  for (const { resource } of written) {
    const target = graph.nodeOf(resource);
    if (target) graph.link(node, target, { as: 'endpoints', text: portsText(service) });
  }
  if (isSelecting(service) !== 'yes' || sure.length + possible.length + written.length > 0) return;
  const none = graph.nodeOfNamed({ kind: '/Pod', name: `pods of ${node.name}`, from: service.resource, namespace: undefined, state: 'absent' });
  graph.link(node, none, link('absent'));
}

/** An external name is another cluster's or the Internet's. */
function drawAlias(graph: ScopeGraph, { spec, resource }: Service, node: DraftNode): void {
  const name = spec.get('externalName');
  const host = valueOf(name.string());
  if (host !== undefined)
    graph.link(node, graph.nodeOfNamed({ kind: '/Host', name: host, from: resource, namespace: undefined, state: 'made' }), { as: 'alias of', at: name.at });
}

/** Host names in variables, arguments and ConfigMaps, and monitors. What a field made for it names is in the table of references. */
function drawUses(graph: ScopeGraph, cluster: Cluster): void {
  if (serviceReferences(cluster).length === 0) return;
  for (const service of cluster.services) {
    const to = graph.nodeOf(service.resource);
    for (const use of usesOf(service, cluster)) {
      const from = graph.nodeOf(use.from);
      if (!from || !to || from === to) continue;
      // Pods that name their own Service call nobody, and what has a field of its own is drawn.
      if (use.via === 'service-name' || (use.via === 'host-name' ? graph.edgeBetween(to, from) : graph.edgeBetween(from, to))) continue;
      const as = use.via === 'host-name' ? 'calls' : use.via === 'monitor' ? 'monitors' : 'sends to';
      graph.link(from, to, { as, text: use.port === undefined ? '' : `:${String(use.port)}`, at: use.at });
    }
  }
}

/** Draws Services to their pods, and what names Services in texts. */
export function drawServices(graph: ScopeGraph): void {
  for (const service of graph.cluster.services) {
    const node = graph.nodeOf(service.resource);
    if (!node) continue;
    drawSelection(graph, service, node);
    drawAlias(graph, service, node);
  }
}

export function drawServiceUses(graph: ScopeGraph): void {
  drawUses(graph, graph.cluster);
}
