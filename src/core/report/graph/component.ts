import { orderColumns, placeColumns, type Piece, type Slot } from './order.ts';
import { shorten, textWidth } from './measure.ts';
import type { PictureEdge, PictureNode } from './picture.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box with its texts as they are shown. */
export interface PlacedNode {
  readonly node: PictureNode;
  readonly title: string;
  readonly below: string;
  readonly folded: string;
  readonly width: number;
  readonly height: number;
  readonly column: number;
  /** Of the left upper corner. */
  x: number;
  y: number;
}

/** A connection and where it runs; where columns end and begin it is level. */
export interface PlacedEdge {
  readonly edge: PictureEdge;
  points: readonly Point[];
  readonly label: { readonly text: string; readonly at: Point; readonly anchor: 'start' | 'end' } | undefined;
}

/** Boxes that are connected with each other inside a group, placed from 0, 0. */
export interface Component {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
  x: number;
  y: number;
}

const LONGEST = 30;
const LEAST_GAP = 56;
const LABEL = 10.5;
const LONGEST_LABEL = 26;

/** The words below a name. */
function kindText({ kind, state }: PictureNode): string {
  const told = { present: '', made: kind === 'Host' ? '' : ' · made', absent: ' · not in these files', unknown: ' · name not known' }[state];
  return kind === 'Pod' && state === 'absent' ? 'none in these files' : shorten(kind, LONGEST) + told;
}

/** A box of the size that its texts need. */
export function sizeOf(node: PictureNode, column: number): PlacedNode {
  const [title, below, folded] = [shorten(node.name, LONGEST), kindText(node), shorten(node.folded, LONGEST + 6)];
  const badge = node.findings.length > 0 ? 20 : 0;
  const width = Math.max(96, textWidth(title, 13) + 30 + badge, textWidth(below, 11) + 28, textWidth(folded, 11) + 28);
  return { node, title, below, folded, width, height: folded === '' ? 44 : 60, column, x: 0, y: 0 };
}

/** What is written at a connection: what breaks it, else its paths and ports. */
function labelText({ text, broken, as }: PictureEdge, breaks: string | undefined): string {
  return shorten(broken !== null && breaks !== undefined ? breaks : text === '' || as === 'enters' ? '' : text, LONGEST_LABEL);
}

class Placing {
  readonly #nodes: readonly PlacedNode[];
  readonly #edges: readonly PictureEdge[];
  readonly #slots = new Map<string, Slot>();
  readonly #columns: Slot[][];
  readonly #ranks: ReadonlyMap<number, number>;
  readonly #pieces: Piece[] = [];
  /** Slots that each edge passes, from left to right. */
  readonly #ways = new Map<PictureEdge, readonly Slot[]>();
  readonly #lefts: number[] = [];
  readonly #widths: number[] = [];
  readonly #byId: ReadonlyMap<string, PlacedNode>;
  readonly #labels: ReadonlyMap<PictureEdge, string>;

  constructor(nodes: readonly PlacedNode[], edges: readonly PictureEdge[], breaks: (edge: PictureEdge) => string | undefined) {
    this.#nodes = nodes;
    this.#edges = edges;
    this.#byId = new Map(nodes.map(placed => [placed.node.id, placed]));
    const used = [...new Set(nodes.map(({ column }) => column))].sort((a, b) => a - b);
    this.#ranks = new Map(used.map((column, rank) => [column, rank]));
    this.#columns = used.map(() => []);
    this.#labels = new Map(edges.map(edge => [edge, labelText(edge, breaks(edge))]));
  }

  place(): Component {
    for (const placed of this.#nodes) this.#addSlot({ id: placed.node.id, column: this.#rankOf(placed), height: placed.height, isBox: true, y: 0 });
    for (const edge of this.#edges) this.#route(edge);
    orderColumns(this.#columns, this.#pieces);
    placeColumns(this.#columns, this.#pieces);
    const width = this.#spreadColumns();
    for (const placed of this.#nodes) {
      const rank = this.#rankOf(placed);
      placed.x = this.#lefts[rank] ?? 0;
      placed.y = (this.#slots.get(placed.node.id)?.y ?? 0) - placed.height / 2;
    }
    const ports = this.#spreadPorts();
    const edges = this.#edges.map(edge => this.#draw(edge, ports));
    const height = Math.max(...this.#columns.flat().map(slot => slot.y + slot.height / 2));
    return { nodes: this.#nodes, edges, width, height, x: 0, y: 0 };
  }

  #rankOf({ column }: PlacedNode): number {
    return this.#ranks.get(column) ?? 0;
  }

  #addSlot(slot: Slot): Slot {
    this.#columns[slot.column]?.push(slot);
    if (slot.isBox) this.#slots.set(slot.id, slot);
    return slot;
  }

  /** Lets an edge pass all columns between its ends. */
  #route(edge: PictureEdge): void {
    const [a, b] = [this.#slots.get(edge.from), this.#slots.get(edge.to)];
    if (!a || !b || a.column === b.column) return;
    const [left, right] = a.column < b.column ? [a, b] : [b, a];
    const way = [left];
    for (let column = left.column + 1; column < right.column; column++) way.push(this.#addSlot({ id: '', column, height: 4, isBox: false, y: 0 }));
    way.push(right);
    for (const [index, slot] of way.entries()) {
      const next = way[index + 1];
      if (next) this.#pieces.push({ left: slot, right: next });
    }
    this.#ways.set(edge, way);
  }

  /** Columns as wide as their boxes, with room between them for what is written at the edges. */
  #spreadColumns(): number {
    let x = 0;
    for (const [rank, column] of this.#columns.entries()) {
      this.#lefts.push(x);
      const width = Math.max(0, ...column.map(slot => this.#byId.get(slot.id)?.width ?? 0));
      this.#widths.push(width);
      x += width + (rank === this.#columns.length - 1 ? 0 : this.#gapAfter(rank));
    }
    const loops = this.#edges.some(edge => !this.#ways.has(edge) && this.#slots.get(edge.from)?.column === this.#columns.length - 1);
    return x + (loops ? 28 : 0);
  }

  #gapAfter(rank: number): number {
    const labels = this.#edges.filter(edge => this.#labelled(edge) === rank).map(edge => textWidth(this.#labels.get(edge) ?? '', LABEL) + 44);
    const crowd = this.#pieces.filter(({ left }) => left.column === rank).length;
    return Math.max(LEAST_GAP + Math.min(crowd, 12) * 3, ...labels);
  }

  /** The gap in which an edge is labelled: before the box that it alone leads to, or after the one that it alone leaves. */
  #labelled(edge: PictureEdge): number | undefined {
    const way = this.#ways.get(edge);
    const [first, last] = [way?.[0], way?.at(-1)];
    if (!first || !last || (this.#labels.get(edge) ?? '') === '') return undefined;
    if (this.#isAlone(edge, last.id) || edge.broken !== null) return last.column - 1;
    return this.#isAlone(edge, first.id) ? first.column : undefined;
  }

  /** Whether no other edge meets that side of a box. */
  #isAlone(edge: PictureEdge, id: string): boolean {
    const isRight = this.#ways.get(edge)?.at(-1)?.id === id;
    return this.#edges.every(other => other === edge || (isRight ? this.#ways.get(other)?.at(-1)?.id : this.#ways.get(other)?.[0]?.id) !== id);
  }

  /** Spreads the ends of edges over the side of a box, in the order of where they go. */
  #spreadPorts(): ReadonlyMap<PictureEdge, { readonly left: number; readonly right: number }> {
    const ports = new Map<PictureEdge, { left: number; right: number }>();
    const ways = [...this.#ways];
    for (const [edge] of ways) ports.set(edge, { left: 0, right: 0 });
    for (const side of ['left', 'right'] as const) {
      const byBox = new Map<Slot, { readonly edge: PictureEdge; readonly toward: number }[]>();
      for (const [edge, way] of ways) {
        const [box, next] = side === 'left' ? [way[0], way[1]] : [way.at(-1), way.at(-2)];
        if (box && next) byBox.set(box, [...(byBox.get(box) ?? []), { edge, toward: next.y }]);
      }
      for (const [box, ends] of byBox) {
        const step = Math.min(9, (box.height - 18) / Math.max(ends.length - 1, 1));
        ends.sort((a, b) => a.toward - b.toward);
        for (const [index, { edge }] of ends.entries()) {
          const port = ports.get(edge);
          if (port) port[side] = box.y + (index - (ends.length - 1) / 2) * step;
        }
      }
    }
    return ports;
  }

  #draw(edge: PictureEdge, ports: ReadonlyMap<PictureEdge, { readonly left: number; readonly right: number }>): PlacedEdge {
    const [from, to] = [this.#byId.get(edge.from), this.#byId.get(edge.to)];
    const [way, port] = [this.#ways.get(edge), ports.get(edge)];
    if (!from || !to) return { edge, points: [], label: undefined };
    if (!way || !port) return { edge, points: loopPoints(from, to), label: undefined };
    const points: Point[] = [];
    for (const [index, slot] of way.entries()) {
      const left = this.#lefts[slot.column] ?? 0;
      const own = this.#byId.get(slot.id)?.width ?? this.#widths[slot.column] ?? 0;
      const y = index === 0 ? port.left : index === way.length - 1 ? port.right : slot.y;
      if (index > 0) points.push({ x: left, y });
      if (index < way.length - 1) points.push({ x: left + own, y });
    }
    const label = this.#labelOf(edge, points);
    return { edge, points: way[0]?.id === edge.from ? points : points.toReversed(), label };
  }

  #labelOf(edge: PictureEdge, points: readonly Point[]): PlacedEdge['label'] {
    const gap = this.#labelled(edge);
    const way = this.#ways.get(edge);
    const [first, last] = [points[0], points.at(-1)];
    if (gap === undefined || !way || !first || !last) return undefined;
    const text = this.#labels.get(edge) ?? '';
    if (gap === (way.at(-1)?.column ?? 0) - 1) return { text, at: { x: last.x - 12, y: last.y - 5 }, anchor: 'end' };
    return { text, at: { x: first.x + 8, y: first.y - 5 }, anchor: 'start' };
  }
}

/** An edge between boxes of one column leaves and comes back on their right. */
function loopPoints(from: PlacedNode, to: PlacedNode): readonly Point[] {
  const x = Math.max(from.x + from.width, to.x + to.width) + 22;
  const [start, end] = [from, to].map(({ y, height }) => y + height / 2);
  return [
    { x: from.x + from.width, y: start ?? 0 },
    { x, y: start ?? 0 },
    { x, y: end ?? 0 },
    { x: to.x + to.width, y: end ?? 0 },
  ];
}

/** Places connected boxes in their columns. `breaks` tells in a word what breaks an edge. */
export function placeComponent(nodes: readonly PlacedNode[], edges: readonly PictureEdge[], breaks: (edge: PictureEdge) => string | undefined): Component {
  return new Placing(nodes, edges, breaks).place();
}
