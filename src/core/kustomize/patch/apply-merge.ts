import type { Place } from '../../yaml/place.ts';
import { type BuildContext, fail, type Remark } from '../context.ts';
import { findMeantFor } from '../meant.ts';
import { MergeProblem } from '../merge/merge-problem.ts';
import { mergePatch, type MergeOptions } from '../merge/apply.ts';
import { entryOf, type MapNode, nodeAt } from '../node.ts';
import { idOf, kindOf, nameOf, printId } from '../object-id.ts';
import type { ObjectList } from '../object-list.ts';
import { repeatedIdAnswer } from '../object-list.ts';
import type { BuildObject } from '../object.ts';
import { nullPairs } from './prepare.ts';

/** One patch of an entry, with the place of the entry. */
export interface MergePatch {
  readonly patch: BuildObject;
  readonly at: Place;
  readonly options: MergeOptions;
}

/** A part of a patch that changes nothing, or too much. */
function remarkLoss({ kind, at, subject }: Pick<Remark, 'kind' | 'at' | 'subject'>, object: BuildObject, { remarks, directory }: BuildContext): void {
  const related = [{ at: object.origin.at, note: 'the patch is for this object' }];
  remarks.push({ kind, at, subject, note: 'this part of the patch is lost', directory, related });
}

/** Labels and annotations that a patch sets to null, which becomes their text here (K-084). */
export function remarkNulls(patch: BuildObject, object: BuildObject, context: BuildContext): void {
  for (const { key, at } of nullPairs(patch)) remarkLoss({ kind: 'patch-null-label', at, subject: key }, object, context);
}

/** Merges; what cannot be merged is a fault, and leaves the object as it was. */
export function merge(object: BuildObject, root: MapNode, { patch, at, options }: MergePatch, context: BuildContext): void {
  try {
    for (const loss of mergePatch(object, root, options, context.schema)) remarkLoss(loss, object, context);
  } catch (problem) {
    if (!(problem instanceof MergeProblem)) throw problem;
    const related = problem.node ? [{ at: problem.node.origin.at, note: 'this value is in the way' }] : [];
    fail(context, { kind: 'patch-malformed', answer: problem.message, at, subject: nameOf(patch), related });
  }
}

function placeOfName({ root, origin }: BuildObject): Place {
  return (nodeAt(root, 'metadata', 'name') ?? entryOf(root, 'kind'))?.origin.at ?? origin.at;
}

/** The one object that a patch without a target is for (K-082). */
export function findPatched(
  { patch, at }: Pick<MergePatch, 'patch' | 'at'>,
  objects: ObjectList,
  context: BuildContext,
  isNamed: boolean,
): BuildObject | undefined {
  const id = idOf(patch);
  const found = objects.withId(id).filter(({ root }) => root.entries.size > 0);
  const [only] = found;
  if (only && found.length === 1) return only;
  const count = found.length === 0 ? 'no' : 'multiple';
  const head = isNamed ? `no resource matches strategic merge patch "${printId(id)}": ` : '';
  const own = { at: placeOfName(patch), note: `the patch names it here` };
  fail(context, {
    kind: found.length === 0 ? 'patch-target-missing' : 'patch-target-ambiguous',
    answer: `${head}${count} matches for Id ${printId(id)}; failed to find unique target for patch ${printId(id)}`,
    at,
    subject: `${kindOf(patch)} "${nameOf(patch)}"`,
    ...(found.length === 0 && findMeantFor(patch, objects)),
    related: [own, ...found.map(object => ({ at: object.origin.at, note: 'it fits this object' }))],
  });
  return undefined;
}

/** Two objects that have become one by a patch (K-041). */
export function checkClash(objects: ObjectList, at: Place, context: BuildContext): void {
  objects.changed();
  objects.removeEmpty();
  const clash = objects.firstClash();
  if (!clash) return;
  const [first, second] = clash;
  const related = [{ at: first.origin.at, note: 'this object has the same id' }];
  fail(context, { kind: 'object-repeated', answer: repeatedIdAnswer(idOf(second)), at, subject: nameOf(second), related });
}
