import type { Problem, Step } from './walk.ts';

const isLess = (a: string | number, b: string | number): boolean => (typeof a === 'number' && typeof b === 'number' ? a < b : String(a) < String(b));

function compareSteps(a: readonly Step[], b: readonly Step[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [left, right] = [a[i]?.name ?? '', b[i]?.name ?? ''];
    if (left !== right) return isLess(left, right) ? -1 : 1;
  }
  return a.length - b.length;
}

/** In the order in which a decoder meets them that gets its keys sorted by name, as kubectl sends what was written in YAML. */
export function inKeyOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.length < 2 ? problems : [...problems].sort((a, b) => compareSteps(a.steps, b.steps));
}
