import type { EdgeState, Graph, GraphEdge, GraphNode, NodeState, Role } from '../../graph/graph.ts';
import type { Severity } from '../../rule/finding.ts';

/** How much of a graph is drawn. */
export interface View {
  /** What pods are given and what acts on them, each in a box of its own; else as a line in theirs. */
  readonly details: boolean;
  /** Groups that are drawn as one box. */
  readonly closed: ReadonlySet<string>;
}

/** A box of a picture: an object, several that are alike, or all of a namespace. */
export interface PictureNode {
  readonly id: string;
  readonly group: string;
  readonly role: Role;
  readonly state: NodeState;
  readonly kind: string;
  readonly name: string;
  /** What is folded into it. */
  readonly folded: string;
  /** Ids of the objects that it stands for; its own first. */
  readonly members: readonly string[];
  /** The gravest finding. */
  readonly severity: Severity | null;
  readonly findings: readonly number[];
}

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  readonly as: string;
  readonly text: string;
  readonly state: EdgeState;
  readonly broken: GraphEdge['broken'];
  readonly findings: readonly number[];
}

export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** Objects that nothing connects. */
  readonly left: readonly GraphNode[];
}

/** Above this number of boxes a picture starts without details. */
const MANY = 45;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** The gravest of some findings. */
export function gravestOf(graph: Graph, findings: readonly number[]): Severity | null {
  return SEVERITIES.find(severity => findings.some(number => graph.findings[number]?.severity === severity)) ?? null;
}

function isOnTheWay({ role, findings }: GraphNode): boolean {
  return findings.length > 0 || (role !== 'guard' && role !== 'config' && role !== 'other');
}

/** Objects that something connects, or that are worth a box without it. */
export function drawnNodes({ nodes, edges }: Graph): readonly GraphNode[] {
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return nodes.filter(node => ends.has(node.id) || isOnTheWay(node));
}

/** The view that a graph opens with: all of a small one, of a large one what is on the way of requests. */
export function firstView(graph: Graph): View {
  return { details: drawnNodes(graph).length <= MANY, closed: new Set() };
}
