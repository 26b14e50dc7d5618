import type { Expression } from './expression.ts';
import { overloadsOf } from './functions.ts';

/** `sets` and `optional` in `sets.contains(a, b)`: a name that stands before a function of that name, and no value. */
export function qualifiedName({ name, receiver }: Expression & { readonly op: 'call' }): string | undefined {
  if (receiver?.op !== 'identifier') return undefined;
  const qualified = `${receiver.name}.${name}`;
  return overloadsOf(qualified).length > 0 ? qualified : undefined;
}
