/** A place in a column: a box, or where an edge passes by. */
export interface Slot {
  readonly id: string;
  readonly column: number;
  readonly height: number;
  readonly isBox: boolean;
  /** Middle, from the top. */
  y: number;
}

/** A connection between neighbouring columns, left to right. */
export interface Piece {
  readonly left: Slot;
  readonly right: Slot;
}

type Columns = readonly Slot[][];
type Neighbours = ReadonlyMap<Slot, readonly Slot[]>;

const SWEEPS = 12;
const GAP = 16;
const NARROW_GAP = 7;

function neighboursOf(pieces: readonly Piece[], of: 'left' | 'right'): Neighbours {
  const found = new Map<Slot, Slot[]>();
  const other = of === 'left' ? 'right' : 'left';
  for (const piece of pieces) found.set(piece[of], [...(found.get(piece[of]) ?? []), piece[other]]);
  return found;
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Orders a column by where the neighbours of its slots are; those without one stay where they are. */
function sortByNeighbours(column: Slot[], neighbours: Neighbours, ranks: ReadonlyMap<Slot, number>): void {
  const wanted = new Map(
    column.map((slot, index) => {
      const around = (neighbours.get(slot) ?? []).map(other => ranks.get(other) ?? 0);
      return [slot, around.length > 0 ? average(around) : index];
    }),
  );
  column.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
}

/** How many pairs of connections cross between two columns. */
function countCrossings(columns: Columns, right: Neighbours): number {
  const ranks = new Map(columns.flatMap(column => column.map((slot, index) => [slot, index])));
  let crossings = 0;
  for (const column of columns) {
    const seen: number[] = [];
    for (const slot of column) {
      const ends = (right.get(slot) ?? []).map(end => ranks.get(end) ?? 0);
      for (const end of ends) crossings += seen.filter(other => other > end).length;
      seen.push(...ends);
    }
  }
  return crossings;
}

/** Orders the slots of all columns so that few connections cross. */
export function orderColumns(columns: Columns, pieces: readonly Piece[]): void {
  const [left, right] = [neighboursOf(pieces, 'right'), neighboursOf(pieces, 'left')];
  let best = { crossings: countCrossings(columns, right), order: columns.map(column => [...column]) };
  for (let sweep = 0; sweep < SWEEPS && best.crossings > 0; sweep++) {
    const isForward = sweep % 2 === 0;
    for (const column of isForward ? columns : columns.toReversed()) {
      const ranks = new Map(columns.flatMap(each => each.map((slot, index) => [slot, index / Math.max(each.length, 1)])));
      sortByNeighbours(column, isForward ? left : right, ranks);
    }
    const crossings = countCrossings(columns, right);
    if (crossings < best.crossings) best = { crossings, order: columns.map(column => [...column]) };
  }
  for (const [index, order] of best.order.entries()) columns[index]?.splice(0, order.length, ...order);
}

const gapBetween = (a: Slot, b: Slot): number => (a.height + b.height) / 2 + (a.isBox && b.isBox ? GAP : NARROW_GAP);

/** Puts slots as near as can be to where they want to be, in their order and without overlap: neighbours that want the same share it. */
function settle(column: readonly Slot[], wanted: readonly number[]): void {
  const offsets: number[] = [];
  for (const [index, slot] of column.entries()) {
    const previous = column[index - 1];
    offsets.push(previous ? (offsets[index - 1] ?? 0) + gapBetween(previous, slot) : 0);
  }
  const pools: { sum: number; count: number }[] = [];
  for (const [index, at] of wanted.entries()) {
    pools.push({ sum: at - (offsets[index] ?? 0), count: 1 });
    for (let last = pools.at(-1), before = pools.at(-2); last && before && before.sum / before.count > last.sum / last.count;) {
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
      [last, before] = [pools.at(-1), pools.at(-2)];
    }
  }
  const bases = pools.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
  for (const [index, slot] of column.entries()) slot.y = (bases[index] ?? 0) + (offsets[index] ?? 0);
}

/** Places the slots of ordered columns from the top so that connections are level where they can be. */
export function placeColumns(columns: Columns, pieces: readonly Piece[]): void {
  const [left, right] = [neighboursOf(pieces, 'right'), neighboursOf(pieces, 'left')];
  for (const column of columns)
    settle(
      column,
      column.map(() => 0),
    );
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isForward = sweep % 2 === 0;
    for (const column of isForward ? columns : columns.toReversed()) {
      const wanted = column.map(slot => {
        const near = (isForward ? left : right).get(slot) ?? [];
        const around = near.length > 0 ? near : ((isForward ? right : left).get(slot) ?? []);
        return around.length > 0 ? average(around.map(other => other.y)) : slot.y;
      });
      settle(column, wanted);
    }
  }
  const top = Math.min(...columns.flat().map(slot => slot.y - slot.height / 2));
  for (const slot of columns.flat()) slot.y -= top;
}
