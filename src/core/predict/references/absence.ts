import type { Cluster } from '../../model/cluster.ts';
import { referencesOf } from '../../model/references/references.ts';
import type { KindName, Reference } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import { differInWords, nearnessOfNames } from '../../text/near.ts';
import { valueOf } from '../../yaml/field.ts';
import { mayBeMadeUnseen, mayBeNamedUnseen } from './hidden-names.ts';
import { mayBeMade, mayStandBeside } from './makers.ts';
import { isHashed, nearObjects } from './near-objects.ts';
import { mayHideObjects } from './hidden-objects.ts';
import { mayBeMadeByProgram } from './program-rights.ts';
import { resolve, standsWhereNamed } from './resolve.ts';
import { hasUnnamed } from './unnamed-objects.ts';

/** An object of nearly that name stands where the reference looks. */
export interface NearAbsence {
  readonly grade: 'near';
  readonly target: Resource;
  /** 1: one slip apart, or a generated name without its hash. 2: one name is the other with a prefix or suffix. */
  readonly nearness: 1 | 2;
  /** Whether it stands where the reference looks for certain, or in a namespace that may be that one. */
  readonly where: 'yes' | 'unknown';
  /** Nothing else names it, so it waits for this reference; or its hash tells that it does. */
  readonly isFree: boolean;
}

/** What the files say of an object that a reference names and that is not among them. */
export type Absence =
  | NearAbsence
  /** The object stands in another namespace, and both sides name theirs. */
  | { readonly grade: 'elsewhere'; readonly target: Resource }
  /** Nothing else exists in the cluster. */
  | { readonly grade: 'complete' }
  /** Nothing tells. */
  | { readonly grade: 'unproven' };

function isFree(target: Resource, kind: KindName, cluster: Cluster): boolean {
  const name = valueOf(target.name);
  return (
    name !== undefined &&
    !mayBeNamedUnseen(kind, cluster) &&
    !referencesOf(cluster)
      .to(kind, name)
      .some(({ from }) => from !== target)
  );
}

/** Less is nearer. */
function weigh({ nearness, where, isFree: free }: NearAbsence): number {
  return nearness * 4 + (where === 'yes' ? 0 : 2) + (free ? 0 : 1);
}

/** The object of nearly the same name that a reference may have meant: the nearest, and of equals one that nothing else names. */
function findNear(reference: Reference, name: string, kind: KindName, cluster: Cluster): NearAbsence | undefined {
  let best: NearAbsence | undefined;
  for (const target of nearObjects(kind, name, cluster)) {
    const other = valueOf(target.name) ?? '';
    const hashed = isHashed(other, name);
    const nearness = hashed ? 1 : nearnessOfNames(name, other);
    const where = standsWhereNamed(reference, target, cluster);
    if (nearness === undefined || nearness === 0 || differInWords(name, other) || where === 'no') continue;
    // In a namespace that may be another one it does not wait for this reference.
    const free = where === 'yes' && (hashed || isFree(target, kind, cluster));
    const near: NearAbsence = { grade: 'near', target, nearness, where, isFree: free };
    if (!best || weigh(near) < weigh(best)) best = near;
  }
  return best;
}

/**
 * Why a named object is missing, graded by what proves it; undefined where it is there, may be there, or may be made. An open set proves
 * nothing (catalog, principle 1).
 */
export function judgeAbsence(reference: Reference, cluster: Cluster): Absence | undefined {
  const name = valueOf(reference.name);
  const { kind } = reference;
  if (name === undefined || kind === undefined || reference.isOptional !== 'no' || reference.namespace?.state === 'unknown') return undefined;
  const { found, possible, elsewhere } = resolve(reference, cluster);
  if (found.length > 0 || possible.length > 0 || mayHideObjects(kind, cluster) || mayBeMade(reference, cluster)) return undefined;
  if (hasUnnamed(kind, cluster) || mayBeMadeUnseen(kind, cluster)) return undefined;
  if (elsewhere[0]) return { grade: 'elsewhere', target: elsewhere[0] };
  const near = findNear(reference, name, kind, cluster);
  if (near) return near;
  const isProven = cluster.target.complete && !mayStandBeside(reference, cluster) && !mayBeMadeByProgram(reference, cluster);
  return { grade: isProven ? 'complete' : 'unproven' };
}
