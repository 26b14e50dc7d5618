import type { BuildContext } from './context.ts';
import type { Gvk, ObjectId } from './identity.ts';
import { idOf, isSameGvk, printGvk } from './object-id.ts';
import type { BuildObject } from './object.ts';
import { FIRST_KINDS, LAST_KINDS } from './tables/kind-order.ts';

/** `apps_v1_Deployment`; what is empty comes after every word. */
function sortTextOf({ group, version, kind }: Gvk): string {
  return `${group || '~G'}_${version || '~V'}_${kind || '~K'}`;
}

function sortTextOfId(id: ObjectId): string {
  return `${printGvk(id)}|${id.namespace || '~X'}|${id.name || '~N'}`;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order of kinds that kustomize has always printed (K-127). */
export function compareKinds(first: readonly string[] = FIRST_KINDS, last: readonly string[] = LAST_KINDS): (a: Gvk, b: Gvk) => number {
  const ranks = new Map<string, number>();
  first.forEach((kind, i) => ranks.set(kind, i - first.length));
  last.forEach((kind, i) => ranks.set(kind, i + 1));
  return (a, b) => {
    const [rankOfA, rankOfB] = [ranks.get(a.kind) ?? 0, ranks.get(b.kind) ?? 0];
    if (rankOfA !== rankOfB) return rankOfA - rankOfB;
    const isReversed = a.kind === 'Namespace' && b.kind === 'Namespace' && (a.group === '' || b.group === '');
    return isReversed ? compareTexts(sortTextOf(b), sortTextOf(a)) : compareTexts(sortTextOf(a), sortTextOf(b));
  };
}

/** The objects in the order in which the root's `sortOptions` print them (K-127). */
export function order(objects: readonly BuildObject[], { kustomization }: Pick<BuildContext, 'kustomization'>): readonly BuildObject[] {
  const { order: kind, orderFirst, orderLast } = kustomization.sortOptions;
  if (kind === 'fifo') return objects;
  const isListed = orderFirst !== undefined || orderLast !== undefined;
  const byKind = isListed ? compareKinds(orderFirst ?? [], orderLast ?? []) : compareKinds();
  const keyed = objects.map(object => {
    const id = idOf(object);
    return { object, id, text: sortTextOfId(id) };
  });
  keyed.sort((a, b) => (isSameGvk(a.id, b.id) ? compareTexts(a.text, b.text) : byKind(a.id, b.id)));
  return keyed.map(({ object }) => object);
}
