export interface Packed {
  readonly width: number;
  readonly height: number;
  x: number;
  y: number;
}

interface Ledge {
  readonly x: number;
  readonly width: number;
  readonly y: number;
}

/** The lowest free place for a width: where the ledges below it are highest up. */
function findPlace(ledges: readonly Ledge[], width: number, room: number): { readonly x: number; readonly y: number } {
  let best = { x: 0, y: Infinity };
  for (const { x } of ledges) {
    if (x + width > room && x > 0) continue;
    const y = Math.max(...ledges.filter(ledge => ledge.x < x + width && ledge.x + ledge.width > x).map(ledge => ledge.y));
    if (y < best.y) best = { x, y };
  }
  return best;
}

function raise(ledges: readonly Ledge[], { x, y, width }: { readonly x: number; readonly y: number; readonly width: number }): Ledge[] {
  const end = x + width;
  const parts = ledges.flatMap((ledge): Ledge[] => {
    const right = ledge.x + ledge.width;
    if (right <= x || ledge.x >= end) return [ledge];
    return [
      { x: ledge.x, width: x - ledge.x, y: ledge.y },
      { x: end, width: right - end, y: ledge.y },
    ].filter(part => part.width > 0);
  });
  return [...parts, { x, width, y }].sort((a, b) => a.x - b.x);
}

function packInto(items: readonly Packed[], room: number, gap: number): { readonly width: number; readonly height: number } {
  let ledges: Ledge[] = [{ x: 0, width: Infinity, y: 0 }];
  let [width, height] = [0, 0];
  for (const item of items) {
    const place = findPlace(ledges, item.width + gap, room + gap);
    [item.x, item.y] = [place.x, place.y];
    ledges = raise(ledges, { x: place.x, width: item.width + gap, y: place.y + item.height + gap });
    width = Math.max(width, item.x + item.width);
    height = Math.max(height, item.y + item.height);
  }
  return { width, height };
}

/** Shapes of the room that are tried, as parts of a square of the same area. */
const ROOMS = [0.7, 0.85, 1, 1.15, 1.3, 1.5, 1.75, 2, 2.4];

/** Packs rectangles, the first ones at the top, into a room of nearly that ratio of width to height. */
export function pack(items: readonly Packed[], ratio: number, gap: number): { readonly width: number; readonly height: number } {
  const area = items.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const widest = Math.max(0, ...items.map(({ width }) => width));
  const rooms = ROOMS.map(part => Math.max(widest, Math.sqrt(area * ratio) * part));
  const waste = (room: number): number => {
    const { width, height } = packInto(items, room, gap);
    return Math.max(width / ratio, height) ** 2;
  };
  const best = rooms.map(room => ({ room, waste: waste(room) })).reduce((a, b) => (b.waste < a.waste ? b : a));
  return packInto(items, best.room, gap);
}
