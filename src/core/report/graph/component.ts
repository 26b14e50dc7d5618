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
  width: number;
  readonly height: number;
  readonly column: number;
  /** Of the left upper corner. */
  x: number;
  y: number;
}

/** A connection and where it runs; where columns end and begin it is level. */
export interface PlacedEdge {
  readonly edge: PictureEdge;
  readonly points: readonly Point[];
  readonly label: { readonly text: string; readonly at: Point; readonly anchor: 'start' | 'end' } | undefined;
}

type Ports = ReadonlyMap<PictureEdge, { readonly left: number; readonly right: number }>;

const LONGEST = 30;
const LONGEST_FOLDED = 44;
const LEAST_GAP = 56;
const LABEL = 10.5;
const LONGEST_LABEL = 26;
const LONGEST_RULE = 36;

/** The words below a name. */
function kindText({ kind, state }: PictureNode): string {
  const told = { present: '', made: kind === 'Host' ? '' : ' · made', absent: ' · not in these files', unknown: ' · name not known' }[state];
  return kind === 'Pod' && state === 'absent' ? 'none in these files' : shorten(kind, LONGEST) + told;
}

/** A box of the size that its texts need. */
export function sizeOf(node: PictureNode, column: number): PlacedNode {
  const [title, below, folded] = [shorten(node.name, LONGEST), kindText(node), shorten(node.folded, LONGEST_FOLDED)];
  const badge = node.findings.length > 0 ? 20 : 0;
  const width = Math.max(96, textWidth(title, 13) * 1.1 + 28 + badge, textWidth(below, 11) + 28, textWidth(folded, 11) + 28);
  return { node, title, below, folded, width, height: folded === '' ? 44 : 60, column, x: 0, y: 0 };
}

/** What is written at a connection: what breaks it, else its paths and ports. */
function labelText({ text, broken, as }: PictureEdge, breaks: string | undefined): string {
  if (broken !== null && breaks !== undefined) return shorten(breaks, LONGEST_RULE);
  return as === 'enters' || as === 'calls' ? '' : shorten(text, LONGEST_LABEL);
}

/** Where columns begin, and how wide they are. */
export interface ColumnPlaces {
  readonly lefts: ReadonlyMap<number, number>;
  readonly widths: ReadonlyMap<number, number>;
}

/** Boxes that are connected with each other inside a group: first ordered and put at their heights, then spread over columns. */
export class Component {
  readonly nodes: readonly PlacedNode[];
  readonly height: number;
  /** Numbers of the columns that it has boxes in, from left to right. */
  readonly columns: readonly number[];
  readonly #edges: readonly PictureEdge[];
  readonly #slots = new Map<string, Slot>();
  readonly #rows: Slot[][];
  readonly #pieces: Piece[] = [];
  /** Slots that each edge passes, from left to right. */
  readonly #ways = new Map<PictureEdge, readonly Slot[]>();
  /** How many edges begin at the right side of a box, and end at the left side of one. */
  readonly #meeting = { left: new Map<Slot, number>(), right: new Map<Slot, number>() };
  readonly #byId: ReadonlyMap<string, PlacedNode>;
  readonly #labels: ReadonlyMap<PictureEdge, string>;

  /** `breaks` tells in a word what breaks an edge. */
  constructor(nodes: readonly PlacedNode[], edges: readonly PictureEdge[], breaks: (edge: PictureEdge) => string | undefined) {
    this.nodes = nodes;
    this.#edges = edges;
    this.#byId = new Map(nodes.map(placed => [placed.node.id, placed]));
    this.columns = [...new Set(nodes.map(({ column }) => column))].sort((a, b) => a - b);
    this.#rows = this.columns.map(() => []);
    this.#labels = new Map(edges.map(edge => [edge, labelText(edge, breaks(edge))]));
    for (const placed of nodes) this.#addSlot({ id: placed.node.id, column: this.columns.indexOf(placed.column), height: placed.height, isBox: true, y: 0 });
    for (const edge of edges) this.#route(edge);
    orderColumns(this.#rows, this.#pieces);
    placeColumns(this.#rows, this.#pieces);
    this.height = Math.max(...this.#rows.flat().map(slot => slot.y + slot.height / 2));
  }

  /** Width that its boxes of a column need. */
  widthOf(column: number): number {
    return Math.max(0, ...this.nodes.filter(placed => placed.column === column).map(placed => placed.width));
  }

  /** Room that it needs behind a column for edges and what is written at them. */
  gapAfter(column: number): number {
    const rank = this.columns.indexOf(column);
    if (rank === -1) return 0;
    const isLast = rank === this.columns.length - 1;
    const labels = this.#edges.filter(edge => this.#gapOfLabel(edge) === rank).map(edge => textWidth(this.#labels.get(edge) ?? '', LABEL) + 40);
    const crowd = this.#pieces.filter(({ left }) => left.column === rank).length;
    const loops = this.#edges.some(edge => !this.#ways.has(edge) && this.#slots.get(edge.from)?.column === rank) ? 30 : 0;
    return isLast ? loops : Math.max(LEAST_GAP + Math.min(crowd, 16) * 3, loops, ...labels);
  }

  /** Puts the boxes into their columns and draws the edges. */
  spread(places: ColumnPlaces, at: Point): readonly PlacedEdge[] {
    for (const placed of this.nodes) {
      placed.x = at.x + (places.lefts.get(placed.column) ?? 0);
      placed.y = at.y + (this.#slots.get(placed.node.id)?.y ?? 0) - placed.height / 2;
      placed.width = places.widths.get(placed.column) ?? placed.width;
    }
    const ports = this.#spreadPorts();
    return this.#edges.map(edge => this.#draw(edge, ports, { places, at }));
  }

  #addSlot(slot: Slot): Slot {
    this.#rows[slot.column]?.push(slot);
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
    this.#meeting.left.set(left, (this.#meeting.left.get(left) ?? 0) + 1);
    this.#meeting.right.set(right, (this.#meeting.right.get(right) ?? 0) + 1);
  }

  /** The end at which an edge is labelled: that of the box that it alone leads to, or of the one that it alone leaves. */
  #labelled(edge: PictureEdge): 'left' | 'right' | undefined {
    if (!this.#ways.has(edge) || (this.#labels.get(edge) ?? '') === '') return undefined;
    if (this.#isAlone(edge, 'right')) return 'right';
    return this.#isAlone(edge, 'left') ? 'left' : edge.broken === null ? undefined : 'right';
  }

  /** The column behind which it is written. */
  #gapOfLabel(edge: PictureEdge): number | undefined {
    const side = this.#labelled(edge);
    const box = side && this.#boxAt(edge, side);
    return box && (side === 'left' ? box.column : box.column - 1);
  }

  #boxAt(edge: PictureEdge, side: 'left' | 'right'): Slot | undefined {
    const way = this.#ways.get(edge);
    return side === 'left' ? way?.[0] : way?.at(-1);
  }

  /** Whether no other edge meets the box at an end of an edge from that side. */
  #isAlone(edge: PictureEdge, side: 'left' | 'right'): boolean {
    const box = this.#boxAt(edge, side);
    return box !== undefined && this.#meeting[side].get(box) === 1;
  }

  /** Spreads the ends of edges over the side of a box, in the order of where they go. */
  #spreadPorts(): Ports {
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

  #draw(edge: PictureEdge, ports: Ports, { places, at }: { readonly places: ColumnPlaces; readonly at: Point }): PlacedEdge {
    const [from, to] = [this.#byId.get(edge.from), this.#byId.get(edge.to)];
    const [way, port] = [this.#ways.get(edge), ports.get(edge)];
    if (!from || !to) return { edge, points: [], label: undefined };
    if (!way || !port) return { edge, points: loopPoints(from, to), label: undefined };
    const points: Point[] = [];
    for (const [index, slot] of way.entries()) {
      const column = this.columns[slot.column] ?? 0;
      const left = at.x + (places.lefts.get(column) ?? 0);
      const y = at.y + (index === 0 ? port.left : index === way.length - 1 ? port.right : slot.y);
      if (index > 0) points.push({ x: left, y });
      if (index < way.length - 1) points.push({ x: left + (places.widths.get(column) ?? 0), y });
    }
    const label = this.#labelOf(edge, points);
    return { edge, points: way[0]?.id === edge.from ? points : points.toReversed(), label };
  }

  #labelOf(edge: PictureEdge, points: readonly Point[]): PlacedEdge['label'] {
    const side = this.#labelled(edge);
    const end = side === 'right' ? points.at(-1) : points[0];
    if (side === undefined || !end) return undefined;
    const text = this.#labels.get(edge) ?? '';
    const next = side === 'right' ? points.at(-2) : points[1];
    // Where the line does not run: below one that comes from above or goes there.
    const isBelow = next !== undefined && next.y < end.y - 3;
    const at = { x: end.x + (side === 'right' ? -12 : 8), y: end.y + (isBelow ? 13 : -5) };
    return { text, at, anchor: side === 'right' ? 'end' : 'start' };
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
