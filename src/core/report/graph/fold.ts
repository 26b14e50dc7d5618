import type { EdgeState, Graph, GraphEdge, GraphNode } from '../../graph/graph.ts';
import { renderCount } from '../plural.ts';
import { drawnNodes, gravestOf, type Picture, type PictureEdge, type PictureNode, type View } from './picture.ts';

const RANK: Readonly<Record<EdgeState, number>> = { sure: 0, possible: 1, absent: 2 };
/** Objects that are alike are one box from this number on. */
const ALIKE = 3;

type EdgesOf = (id: string) => readonly GraphEdge[];

function edgeFinder(edges: readonly GraphEdge[]): EdgesOf {
  const found = new Map<string, GraphEdge[]>();
  for (const edge of edges)
    for (const end of new Set([edge.from, edge.to])) {
      const own = found.get(end);
      if (own) own.push(edge);
      else found.set(end, [edge]);
    }
  return id => found.get(id) ?? [];
}

const isBeside = ({ role }: GraphNode): boolean => role === 'guard' || role === 'config' || role === 'other';

/** Objects beside the way that are told in the boxes of those that they belong to. What is wrong stays in sight. */
function findFolded(graph: Graph, nodes: readonly GraphNode[], edgesOf: EdgesOf): ReadonlySet<string> {
  const beside = nodes.filter(
    node =>
      isBeside(node) && node.findings.every(number => graph.findings[number]?.severity === 'info') && edgesOf(node.id).every(edge => edge.broken === null),
  );
  // A custom resource that sends requests on is on the way, whatever it is called.
  const services = new Set(nodes.filter(({ role }) => role === 'service').map(({ id }) => id));
  return new Set(beside.filter(({ id, role }) => role !== 'other' || !edgesOf(id).some(edge => services.has(edge.to))).map(({ id }) => id));
}

/** Words for kinds that are told often. */
const SHORT: Readonly<Record<string, string>> = {
  PersistentVolumeClaim: 'claim',
  ServiceAccount: 'account',
  NetworkPolicy: 'policy',
  HorizontalPodAutoscaler: 'HPA',
  PodDisruptionBudget: 'PDB',
};

/** `2 ConfigMaps · Secret` */
function tellFolded(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const many = (kind: string): string => (kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : kind.endsWith('s') ? `${kind}es` : `${kind}s`);
  const short = (kind: string): string => SHORT[kind] ?? kind;
  return [...counts].map(([kind, count]) => (count === 1 ? short(kind) : renderCount(count, short(kind), many(short(kind))))).join(' · ');
}

/** What makes two objects alike: kind, group, and what they are connected with. */
function likenessOf(node: GraphNode, edges: readonly GraphEdge[], folded: ReadonlySet<string>): string {
  const ends = edges.flatMap(({ from, to, as, state }) => {
    const other = from === node.id ? to : from;
    return folded.has(other) ? [] : [`${from === node.id ? '>' : '<'}${other} ${as} ${state}`];
  });
  return [node.group, node.role, node.kind, node.state, ...ends.sort()].join('\n');
}

/** Groups of objects that are alike, by the id of the first one. */
function findAlike(nodes: readonly GraphNode[], edgesOf: EdgesOf, folded: ReadonlySet<string>): ReadonlyMap<string, readonly GraphNode[]> {
  const alike = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const edges = edgesOf(node.id);
    const key = node.findings.length > 0 || edges.some(edge => edge.broken !== null) ? node.id : likenessOf(node, edges, folded);
    alike.set(key, [...(alike.get(key) ?? []), node]);
  }
  return new Map([...alike.values()].flatMap(group => (group.length >= ALIKE ? [group] : group.map(node => [node]))).map(group => [group[0]?.id ?? '', group]));
}

class Folding {
  readonly #graph: Graph;
  readonly #view: View;
  readonly #edgesOf: EdgesOf;
  readonly #nodes: readonly GraphNode[];
  readonly #folded: ReadonlySet<string>;
  /** The box that stands for an object. */
  readonly #box = new Map<string, string>();

  constructor(graph: Graph, view: View) {
    this.#graph = graph;
    this.#view = view;
    this.#edgesOf = edgeFinder(graph.edges);
    this.#nodes = drawnNodes(graph);
    this.#folded = view.details ? new Set() : findFolded(graph, this.#nodes, this.#edgesOf);
  }

  fold(): Picture {
    const shown = this.#nodes.filter(({ id }) => !this.#folded.has(id));
    const drawn = new Set(this.#nodes.map(({ id }) => id));
    const open = shown.filter(({ group }) => !this.#view.closed.has(group));
    const alike = this.#view.details ? new Map(open.map(node => [node.id, [node]])) : findAlike(open, this.#edgesOf, this.#folded);
    const boxes = [...[...alike.values()].map(members => this.#boxOf(members)), ...[...this.#view.closed].flatMap(id => this.#boxOfGroup(id, shown))];
    for (const { id, members } of boxes) for (const member of members) this.#box.set(member, id);
    return { nodes: boxes, edges: this.#edges(), left: this.#graph.nodes.filter(({ id }) => !drawn.has(id)) };
  }

  #boxOf(members: readonly GraphNode[]): PictureNode {
    const [first] = members;
    if (!first) throw new Error('a box of nothing');
    const beside = new Set(members.flatMap(({ id }) => this.#edgesOf(id).flatMap(({ from, to }) => [from, to])).filter(id => this.#folded.has(id)));
    const kinds = this.#nodes.filter(({ id }) => beside.has(id)).map(({ kind }) => kind);
    const findings = [...new Set(members.flatMap(node => node.findings))];
    return {
      id: first.id,
      group: first.group,
      role: first.role,
      state: first.state,
      kind: first.kind,
      name: first.name,
      folded: members.length === 1 ? tellFolded(kinds) : `and ${renderCount(members.length - 1, 'more', 'more')} alike`,
      members: members.map(({ id }) => id),
      severity: gravestOf(this.#graph, findings),
      findings,
    };
  }

  #boxOfGroup(id: string, shown: readonly GraphNode[]): PictureNode[] {
    const members = shown.filter(({ group }) => group === id);
    if (members.length === 0) return [];
    const findings = [...new Set(members.flatMap(node => node.findings))];
    const severity = gravestOf(this.#graph, findings);
    const name = renderCount(members.length, 'object');
    const ids = members.map(node => node.id);
    return [{ id: `group ${id}`, group: id, role: 'service', state: 'present', kind: 'Closed', name, folded: '', members: ids, severity, findings }];
  }

  /** One edge between two boxes, as grave as the gravest that it stands for. */
  #edges(): readonly PictureEdge[] {
    const merged = new Map<string, PictureEdge>();
    for (const edge of this.#graph.edges) {
      const [from, to] = [this.#box.get(edge.from), this.#box.get(edge.to)];
      if (from === undefined || to === undefined || from === to) continue;
      const key = `${from}\u0000${to}`;
      const known = merged.get(key);
      merged.set(key, known ? join(known, edge) : { ...edge, from, to });
    }
    return [...merged.values()];
  }
}

function join(a: PictureEdge, b: GraphEdge): PictureEdge {
  const isGrave = a.broken === 'error' || b.broken === 'error';
  return {
    ...a,
    as: a.as === b.as ? a.as : '',
    text: a.text === b.text ? a.text : '',
    state: RANK[b.state] < RANK[a.state] ? b.state : a.state,
    broken: isGrave ? 'error' : (a.broken ?? b.broken),
    findings: [...new Set([...a.findings, ...b.findings])],
  };
}

/** What is drawn of a graph. */
export function foldGraph(graph: Graph, view: View): Picture {
  return new Folding(graph, view).fold();
}
