import { type BuildContext, fail } from '../context.ts';
import { findSource } from '../find-source.ts';
import type { Text } from '../kustomization.ts';
import { loadObjects } from '../load.ts';
import type { ObjectList } from '../object-list.ts';
import type { BuildObject } from '../object.ts';
import { fileSource, inlineSource } from '../text-source.ts';
import { checkClash, findPatched, merge, remarkNulls } from './apply-merge.ts';
import { preparePatch } from './prepare.ts';

const OPTIONS = { allowNameChange: false, allowKindChange: false };

/** Patches of an item, which is a patch itself or else a path (K-085). */
function readPatches(entry: Text, context: BuildContext): readonly BuildObject[] {
  const inline = loadObjects(inlineSource(entry));
  if (!inline.failure) return inline.objects;
  const config = `paths:\n- ${entry.value.includes('\n') ? '|' : entry.value}\n`;
  const head = `trouble configuring builtin PatchStrategicMergeTransformer with config: \`\n${config}\`: `;
  // A text of several lines is no path: what is wrong with it is what there is to say.
  if (entry.value.includes('\n')) {
    fail(context, { kind: 'patch-malformed', answer: `${head}${inline.failure.answer}`, at: inline.failure.at, subject: '' });
    return [];
  }
  const file = findSource(context, entry.value, missing => {
    fail(context, { ...missing, answer: `${head}${missing.answer}`, at: entry.at, subject: entry.value });
  });
  if (!file) return [];
  const { objects, failure } = loadObjects(fileSource(file));
  if (!failure) return objects;
  fail(context, { kind: 'patch-malformed', answer: `${head}${failure.answer}`, at: failure.at, subject: entry.value });
  return [];
}

/** One item of `patchesStrategicMerge`: each document is for exactly one object. */
export function applyStrategicMerge(objects: ObjectList, entry: Text, context: BuildContext): void {
  const patches = readPatches(entry, context);
  for (const patch of patches) {
    const at = patches.length > 1 ? patch.origin.at : entry.at;
    const target = findPatched({ patch, at }, objects, context, false);
    if (!target) continue;
    merge(target, preparePatch(patch, target), { patch, at, options: OPTIONS }, context);
    remarkNulls(patch, target, context);
    checkClash(objects, [target], at, context);
  }
}
