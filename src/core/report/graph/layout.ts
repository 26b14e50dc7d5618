import type { Graph, GraphGroup } from '../../graph/graph.ts';
import { columnsOf } from './columns.ts';
import { Component, sizeOf, type PlacedEdge, type PlacedNode } from './component.ts';
import { shorten, textWidth } from './measure.ts';
import { pack, type Packed } from './pack.ts';
import type { Picture, PictureEdge, View } from './picture.ts';
import { stackComponents, type Stacks } from './stack.ts';

/** The frame of a group. */
export interface PlacedGroup extends Packed {
  readonly group: GraphGroup;
  readonly title: string;
  readonly isClosed: boolean;
  readonly stacks: Stacks;
}

/** A picture with places for all of it. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly PlacedGroup[];
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

const PADDING = 22;
const HEADING = 40;
const MARGIN = 24;
const LONGEST_TITLE = 56;
const LONGEST_SCOPE = 34;
/** Width to height of a picture. */
const RATIO = 1.7;

/** The last folders of a path, as many as there is room for. */
function endOf(path: string, most: number): string {
  const parts = path.split('/');
  while (parts.length > 1 && parts.join('/').length > most) parts.shift();
  const end = parts.join('/');
  return end === path ? path : `…/${end}`;
}

/** The words of a group's frame: its scope, where there are several, and its namespace, where one is written. */
export function titleOf({ scope, namespace, isClusterWide }: GraphGroup): string {
  const name = isClusterWide ? 'cluster-wide' : namespace;
  if (scope === '') return name ?? 'no namespace written';
  return [endOf(scope, LONGEST_SCOPE), ...(name === null ? [] : [name])].join(' · ');
}

/** Sets of boxes that are connected inside their group, in the order of the boxes. */
function connectedSets(nodes: readonly PlacedNode[], edges: readonly PictureEdge[]): readonly (readonly PlacedNode[])[] {
  const leaders = new Map(nodes.map(({ node }) => [node.id, node.id]));
  const find = (id: string): string => {
    let leader = id;
    for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader)) leader = next;
    leaders.set(id, leader);
    return leader;
  };
  for (const { from, to } of edges) leaders.set(find(from), find(to));
  const sets = new Map<string, PlacedNode[]>();
  for (const placed of nodes) {
    const leader = find(placed.node.id);
    const set = sets.get(leader);
    if (set) set.push(placed);
    else sets.set(leader, [placed]);
  }
  return [...sets.values()];
}

class Laying {
  readonly #graph: Graph;
  readonly #picture: Picture;
  readonly #view: View;
  readonly #groupOf: ReadonlyMap<string, string>;

  constructor(graph: Graph, picture: Picture, view: View) {
    this.#graph = graph;
    this.#picture = picture;
    this.#view = view;
    this.#groupOf = new Map(picture.nodes.map(({ id, group }) => [id, group]));
  }

  lay(): Layout {
    const columns = columnsOf(this.#picture);
    const placed = this.#picture.nodes.map(node => sizeOf(node, columns.get(node.id) ?? 0));
    const groups = this.#graph.groups.flatMap(group => {
      const own = placed.filter(({ node }) => node.group === group.id);
      return own.length === 0 ? [] : [this.#layGroup(group, own)];
    });
    const { width, height } = pack(
      groups.toSorted((a, b) => b.width * b.height - a.width * a.height),
      RATIO,
      MARGIN,
    );
    const inside = groups.flatMap(({ stacks, x, y }) => stacks.spread({ x: x + PADDING, y: y + HEADING }));
    return { width, height, groups, nodes: placed, edges: [...inside, ...this.#layAcross(placed)] };
  }

  #breaks = ({ findings }: PictureEdge): string | undefined => {
    const [first] = findings;
    const rule = first === undefined ? undefined : this.#graph.findings[first]?.rule;
    return rule === undefined ? undefined : rule + (findings.length > 1 ? ` +${String(findings.length - 1)}` : '');
  };

  #layGroup(group: GraphGroup, nodes: readonly PlacedNode[]): PlacedGroup {
    const edges = this.#picture.edges.filter(({ from, to }) => this.#groupOf.get(from) === group.id && this.#groupOf.get(to) === group.id);
    const components = connectedSets(nodes, edges).map(set => {
      const ids = new Set(set.map(({ node }) => node.id));
      return new Component(
        set,
        edges.filter(({ from }) => ids.has(from)),
        this.#breaks,
      );
    });
    const stacks = stackComponents(components, RATIO);
    const title = shorten(titleOf(group), LONGEST_TITLE);
    const width = Math.max(stacks.width, textWidth(title, 13) + 40) + 2 * PADDING;
    return { group, title, isClosed: this.#view.closed.has(group.id), stacks, width, height: stacks.height + HEADING + PADDING, x: 0, y: 0 };
  }

  /** Edges from group to group run from the side of one box to the near side of the other. */
  #layAcross(nodes: readonly PlacedNode[]): readonly PlacedEdge[] {
    const byId = new Map(nodes.map(placed => [placed.node.id, placed]));
    return this.#picture.edges.flatMap(edge => {
      const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
      if (!from || !to || from.node.group === to.node.group) return [];
      const [a, b] = [from, to].map(({ y, height }) => y + height / 2);
      const isRightward = from.x + from.width / 2 <= to.x + to.width / 2;
      const [start, end] = isRightward ? [from.x + from.width, to.x] : [from.x, to.x + to.width];
      const points = [
        { x: start, y: a ?? 0 },
        { x: end, y: b ?? 0 },
      ];
      return [{ edge, points, label: undefined }];
    });
  }
}

/** Places a picture: namespaces as frames, in them columns from where requests come in to what the pods are given. */
export function layOut(graph: Graph, picture: Picture, view: View): Layout {
  return new Laying(graph, picture, view).lay();
}
