/** "1 file", "2 files", "0 files"; words with a plural of their own give it. */
export function renderCount(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function renderList(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
