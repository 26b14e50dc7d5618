import { type BuildContext, fail } from '../context.ts';
import type { PatchEntry } from '../kustomization.ts';
import type { ObjectList } from '../object-list.ts';
import { applyJsonPatch, selectObjects } from './patches.ts';
import { findPatch } from './patch-source.ts';
import { readJsonPatch } from './patch-text.ts';
import { trouble } from './trouble.ts';

const PLUGIN = 'PatchJson6902Transformer';

/** One entry of `patchesJson6902` (K-086). */
export function applyJson6902(objects: ObjectList, entry: PatchEntry, context: BuildContext): void {
  const { target } = entry;
  if (!target?.name || target.name.value === '') {
    const answer = trouble(PLUGIN, entry, 'must specify the target name');
    fail(context, { kind: 'patch-malformed', answer, at: target?.at ?? entry.at, subject: entry.path?.value ?? '' });
    return;
  }
  const found = findPatch(entry, PLUGIN, context);
  if (!found) return;
  const at = entry.path?.at ?? entry.patch?.at ?? entry.at;
  const read = readJsonPatch(found.source);
  if (!('operations' in read) || read.operations.length === 0) {
    const cause = 'operations' in read ? `patch appears to be empty; file=${found.path ?? ''}, JsonOp=${found.source.file.text}` : read.answer;
    const place = 'operations' in read ? at : (read.at ?? at);
    fail(context, { kind: 'patch-malformed', answer: trouble(PLUGIN, entry, cause), at: place, subject: found.path ?? '' });
    return;
  }
  const selected = selectObjects(target, objects, context);
  applyJsonPatch(selected, read.operations, at, context);
  objects.changed(selected);
  objects.removeEmpty(selected);
}
