/** "1.34-1.37", or "1.33" for one minor. */
export function renderMinors(minors: readonly number[]): string {
  const [first, last] = [minors[0], minors.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? `1.${String(first)}` : `1.${String(first)}-1.${String(last)}`;
}
