import { referencesOf } from '../model/references/references.ts';
import type { KindName, Reference } from '../model/references/reference.ts';
import type { Resource } from '../model/resource.ts';
import { resolve } from '../predict/references/resolve.ts';
import type { EdgeState } from './graph.ts';
import { isObjectKind, runsBackwards, wordOf } from './roles.ts';
import { writtenName, type DraftNode, type Link, type ScopeGraph } from './scope-graph.ts';

/** What a reference asks of its target: paths of a rule, a port, keys. */
function detailOf({ row, from, holder, keys, port }: Reference): string {
  const path = row.id.startsWith('ingress-backend') ? pathAround(from, holder.at.span.start) : undefined;
  const parts = [path, port?.text === undefined ? undefined : `:${port.text}`, ...keys.map(key => key.text)];
  return parts.filter(part => part !== undefined).join(' ');
}

/** The path of the Ingress rule that holds an offset. */
function pathAround(ingress: Resource, offset: number): string | undefined {
  const paths = ingress.body
    .get('spec')
    .get('rules')
    .items()
    .flatMap(rule => rule.get('http').get('paths').items());
  const around = paths.find(path => path.at.span.start <= offset && offset <= path.at.span.end);
  return around && (around.get('path').text ?? '/');
}

function connect(graph: ScopeGraph, reference: Reference, target: DraftNode, state: EdgeState): void {
  const from = graph.nodeOf(reference.from);
  if (!from || from === target) return;
  const link: Link = { as: wordOf(reference), text: detailOf(reference), state, at: reference.at.at, basis: [reference.holder.at] };
  if (runsBackwards(reference)) graph.link(target, from, link);
  // A StatefulSet names the Service that selects its pods: one line is enough.
  else if (reference.row.id === 'stateful-set-service' && graph.edgeBetween(target, from)) graph.link(target, from, { ...link, as: 'names' });
  else graph.link(from, target, link);
}

function connectAbsent(graph: ScopeGraph, reference: Reference, kind: KindName): void {
  const { name, at, row, from, namespace } = reference;
  const state = row.verb === 'makes' ? 'made' : name.state === 'unknown' ? 'unknown' : 'absent';
  const target = graph.nodeOfNamed({ kind, name: writtenName(name, at), from, namespace, state });
  connect(graph, reference, target, state === 'made' ? 'sure' : state === 'unknown' ? 'possible' : 'absent');
}

/** Draws what the table of references holds. Makers come first, so that what they make is not absent. */
export function drawReferences(graph: ScopeGraph): void {
  const { all } = referencesOf(graph.cluster);
  const ordered = [...all.filter(({ row }) => row.verb === 'makes'), ...all.filter(({ row }) => row.verb !== 'makes')];
  for (const reference of ordered) {
    const { kind } = reference;
    if (kind === undefined || !isObjectKind(kind)) continue;
    const { found, possible } = resolve(reference, graph.cluster);
    const nodes = (found.length > 0 ? found : possible).flatMap(resource => graph.nodeOf(resource) ?? []);
    for (const node of nodes) connect(graph, reference, node, found.length > 0 ? 'sure' : 'possible');
    if (nodes.length === 0) connectAbsent(graph, reference, kind);
  }
  settleMade(graph);
}

/** What something of the set makes is there for all that name it. */
function settleMade({ edges }: ScopeGraph): void {
  for (const edge of edges) if (edge.to.state === 'made' && edge.state === 'absent') edge.state = 'sure';
}
