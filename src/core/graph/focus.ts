import type { Graph } from './graph.ts';

function follow(start: ReadonlySet<string>, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set(start);
  for (const id of reached) for (const other of next.get(id) ?? []) reached.add(other);
  return reached;
}

function endsBy(graph: Graph, from: 'from' | 'to', to: 'from' | 'to'): ReadonlyMap<string, readonly string[]> {
  const ends = new Map<string, string[]>();
  for (const edge of graph.edges) {
    const known = ends.get(edge[from]);
    if (known) known.push(edge[to]);
    else ends.set(edge[from], [edge[to]]);
  }
  return ends;
}

/** Names that the objects of a graph have. */
export function namesIn({ nodes }: Graph): readonly string[] {
  return [...new Set(nodes.filter(node => node.path !== null).map(node => node.name))];
}

/**
 * The part of a graph around the objects of a name (`web`, `Service/web`): what leads to them, what they lead to, and what their
 * neighbours name beside. Undefined where no object has the name.
 */
export function focusOn(graph: Graph, wanted: string): Graph | undefined {
  const isMeant = (kind: string, name: string): boolean => name === wanted || `${kind}/${name}`.toLowerCase() === wanted.toLowerCase();
  const start = new Set(graph.nodes.filter(({ kind, name }) => isMeant(kind, name)).map(({ id }) => id));
  if (start.size === 0) return undefined;
  const ahead = follow(start, endsBy(graph, 'from', 'to'));
  const behind = follow(start, endsBy(graph, 'to', 'from'));
  const around = new Set([...ahead, ...behind]);
  const roles = new Map(graph.nodes.map(({ id, role }) => [id, role]));
  for (const { from, to } of graph.edges) if (ahead.has(to) && roles.get(from) === 'guard') around.add(from);
  const nodes = graph.nodes.filter(({ id }) => around.has(id));
  const edges = graph.edges.filter(({ from, to }) => around.has(from) && around.has(to));
  const groups = new Set(nodes.map(({ group }) => group));
  return { ...graph, groups: graph.groups.filter(({ id }) => groups.has(id)), nodes, edges };
}
