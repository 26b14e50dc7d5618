import type { Place } from '../../yaml/place.ts';
import { type BuildContext, fail } from '../context.ts';
import { applyOperations } from '../json-patch/apply.ts';
import { JsonProblem } from '../json-patch/json-problem.ts';
import type { Operation } from '../json-patch/operation.ts';
import type { PatchEntry, Selector } from '../kustomization.ts';
import { copyNode } from '../node.ts';
import { kindOf, nameOf, storePrevious } from '../object-id.ts';
import type { ObjectList } from '../object-list.ts';
import type { BuildObject } from '../object.ts';
import { compileSelector, isSelectorFault, WORD } from '../select.ts';
import { checkClash, findPatched, merge, remarkNulls } from './apply-merge.ts';
import { findPatch, type PatchSource } from './patch-source.ts';
import { readPatchText } from './patch-text.ts';
import { preparePatch } from './prepare.ts';
import { remarkUnapplied } from './unapplied.ts';
import { trouble } from './trouble.ts';

/** Objects among which a target selects: a name that is no pattern is looked up. */
function nearestTo({ name }: Selector, objects: ObjectList): readonly BuildObject[] {
  return name && WORD.test(name.value) ? objects.named(name.value) : objects.items;
}

/** Objects that a target selects; nothing where it cannot be read, which is a fault. */
export function selectObjects(target: Selector, objects: ObjectList, context: BuildContext): readonly BuildObject[] {
  const selecting = compileSelector(target);
  if (isSelectorFault(selecting)) {
    fail(context, { kind: 'patch-malformed', answer: selecting.answer, at: selecting.at, subject: 'target' });
    return [];
  }
  const selected = nearestTo(target, objects).filter(object => object.root.entries.size > 0 && selecting.takes(object));
  if (selected.length === 0) remarkUnapplied(target, objects, context);
  return selected;
}

/** Applies operations to each object; the first that does not apply is told (K-098). */
export function applyJsonPatch(selected: readonly BuildObject[], operations: readonly Operation[], at: Place, context: BuildContext): void {
  for (const object of selected) {
    try {
      applyOperations(object, operations);
    } catch (problem) {
      if (!(problem instanceof JsonProblem)) throw problem;
      const related = [{ at: object.origin.at, note: 'the patch is for this object' }];
      const subject = `${kindOf(object)} "${nameOf(object)}"`;
      fail(context, { kind: 'patch-path', answer: problem.message, at: problem.at ?? at, subject, related });
      return;
    }
  }
}

const placeOf = ({ path, patch, at }: PatchEntry): Place => path?.at ?? patch?.at ?? at;

/** Patches that have been read, with where they come from. */
interface ReadPatches {
  readonly patches: readonly BuildObject[];
  readonly entry: PatchEntry;
  readonly found: PatchSource;
}

function mergeTargeted({ patches, entry, found }: ReadPatches, target: Selector, objects: ObjectList, context: BuildContext): void {
  const at = placeOf(entry);
  const [patch, second] = patches;
  if (second) {
    const answer = `Multiple Strategic-Merge Patches in one \`patches\` entry is not allowed to set \`patches.target\` field: ${found.printed}`;
    fail(context, {
      kind: 'patch-malformed',
      answer,
      at,
      subject: found.path ?? '',
      related: [{ at: second.origin.at, note: 'the second patch begins here' }],
    });
    return;
  }
  if (!patch) return;
  const selected = selectObjects(target, objects, context);
  for (const object of selected) {
    merge(object, preparePatch(patch, object), { patch, at, options: entry }, context);
    remarkNulls(patch, object, context);
  }
  checkClash(objects, selected, at, context);
}

function mergeEach(patches: readonly BuildObject[], entry: PatchEntry, objects: ObjectList, context: BuildContext): void {
  const at = placeOf(entry);
  const patched: BuildObject[] = [];
  for (const patch of patches) {
    const target = findPatched({ patch, at: patches.length > 1 ? patch.origin.at : at }, objects, context, true);
    const root = target && copyNode(patch.root);
    if (!target || root?.kind !== 'map') continue;
    merge(target, root, { patch, at, options: entry }, context);
    objects.changed([target]);
    patched.push(target);
  }
  objects.removeEmpty(patched);
}

/** One entry of `patches`: a strategic merge or a JSON patch, with a target or without (K-080 to K-084). */
export function applyPatch(objects: ObjectList, entry: PatchEntry, context: BuildContext): void {
  const found = findPatch(entry, 'PatchTransformer', context);
  if (!found) return;
  const at = placeOf(entry);
  const { objects: patches, operations, failure } = readPatchText(found.source);
  if (patches && operations && patches.length > 0 && operations.length > 0) {
    const answer = trouble('PatchTransformer', entry, `illegally qualifies as both an SM and JSON patch: ${found.printed}`);
    fail(context, { kind: 'patch-malformed', answer, at, subject: found.path ?? '' });
  } else if (!patches && !operations) {
    const answer = trouble('PatchTransformer', entry, `unable to parse SM or JSON patch from ${found.printed}`);
    fail(context, { kind: 'patch-malformed', answer, at: failure?.at ?? at, subject: found.path ?? '' });
  } else if (patches && patches.length > 0) {
    if (entry.target) mergeTargeted({ patches, entry, found }, entry.target, objects, context);
    else mergeEach(patches, entry, objects, context);
  } else if (!entry.target) {
    fail(context, { kind: 'patch-malformed', answer: `must specify a target for JSON patch ${found.printed}`, at, subject: found.path ?? '' });
  } else {
    const selected = selectObjects(entry.target, objects, context);
    for (const object of selected) storePrevious(object);
    applyJsonPatch(selected, operations ?? [], at, context);
    objects.changed(selected);
    objects.removeEmpty(selected);
  }
}
