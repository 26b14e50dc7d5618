/** What the line about the rest may take. */
const LONGEST_REST = 200;

/** The first items, as far as they fit into `room` characters; `renderRest` says how many are left out. */
export function fillItems(items: readonly string[], room: number, renderRest: (left: number) => string): string {
  const total = items.reduce((sum, item) => sum + item.length, 0);
  if (total <= room) return items.join('');
  let [text, taken] = ['', 0];
  for (const item of items) {
    if (text.length + item.length > room - LONGEST_REST) break;
    text += item;
    taken++;
  }
  return text + renderRest(items.length - taken);
}
