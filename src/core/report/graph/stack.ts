import type { ColumnPlaces, Component, PlacedEdge, Point } from './component.ts';

/** Components below each other and beside each other. */
export interface Stacks {
  readonly width: number;
  readonly height: number;
  /** Puts all of it at a place and draws its edges. */
  readonly spread: (at: Point) => readonly PlacedEdge[];
}

/** Components below each other, whose columns are in line. */
interface Stack {
  readonly components: Component[];
  readonly places: ColumnPlaces;
  readonly width: number;
  readonly height: number;
}

const ROW_GAP = 22;
const STACK_GAP = 44;
const MOST_STACKS = 9;

/** The columns that components have in common: as wide as the widest of them needs. */
function lineUp(components: readonly Component[]): ColumnPlaces & { readonly width: number } {
  const columns = [...new Set(components.flatMap(component => component.columns))].sort((a, b) => a - b);
  const lefts = new Map<number, number>();
  const widths = new Map<number, number>();
  let [x, end] = [0, 0];
  for (const column of columns) {
    const width = Math.max(...components.map(component => component.widthOf(column)));
    lefts.set(column, x);
    widths.set(column, width);
    const gap = Math.max(...components.map(component => component.gapAfter(column)));
    end = x + width + (column === columns.at(-1) ? gap : 0);
    x += width + Math.max(gap, 40);
  }
  return { lefts, widths, width: end };
}

function heightOf(components: readonly Component[]): number {
  return components.reduce((sum, { height }) => sum + height, 0) + Math.max(0, components.length - 1) * ROW_GAP;
}

function buildStack(components: Component[]): Stack {
  const { width, ...places } = lineUp(components);
  return { components, places, width, height: heightOf(components) };
}

/** Fills stacks one after the other up to a height. */
function fill(components: readonly Component[], most: number): readonly Stack[] {
  const stacks: Component[][] = [];
  for (const component of components) {
    const last = stacks.at(-1);
    if (last && heightOf([...last, component]) <= most) last.push(component);
    else stacks.push([component]);
  }
  return stacks.map(buildStack);
}

const widthOf = (stacks: readonly Stack[]): number => stacks.reduce((sum, { width }) => sum + width, 0) + Math.max(0, stacks.length - 1) * STACK_GAP;

/** Puts components into stacks that make nearly that ratio of width to height; what begins in the same column comes together. */
export function stackComponents(components: readonly Component[], ratio: number): Stacks {
  const sorted = components.toSorted((a, b) => (a.columns[0] ?? 0) - (b.columns[0] ?? 0) || b.nodes.length - a.nodes.length);
  const [whole, tallest] = [heightOf(sorted), Math.max(...sorted.map(({ height }) => height))];
  const tries = Array.from({ length: Math.min(MOST_STACKS, sorted.length) }, (_, index) => fill(sorted, Math.max(tallest, whole / (index + 1) + ROW_GAP)));
  const cost = (stacks: readonly Stack[]): number => Math.max(widthOf(stacks) / ratio, Math.max(...stacks.map(({ height }) => height)));
  const best = tries.reduce((a, b) => (cost(b) < cost(a) * 0.95 ? b : a));
  const spread = (at: Point): readonly PlacedEdge[] => {
    let { x } = at;
    return best.flatMap(({ components: own, places, width }) => {
      let { y } = at;
      const edges = own.flatMap(component => {
        const drawn = component.spread(places, { x, y });
        y += component.height + ROW_GAP;
        return drawn;
      });
      x += width + STACK_GAP;
      return edges;
    });
  };
  return { width: widthOf(best), height: Math.max(...best.map(({ height }) => height)), spread };
}
