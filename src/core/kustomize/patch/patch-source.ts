import { type BuildContext, fail } from '../context.ts';
import { findSource } from '../find-source.ts';
import type { PatchEntry } from '../kustomization.ts';
import { fileSource, inlineSource, type TextSource } from '../text-source.ts';
import { type Plugin, trouble } from './trouble.ts';

/** The text of a patch with what tells it in messages; undefined where there is none, which is a fault by then. */
export interface PatchSource {
  readonly source: TextSource;
  /** As kustomize names it: `[path: "p.yaml"]`. */
  readonly printed: string;
  /** The path, or nothing for a patch that is written out. */
  readonly path: string | undefined;
}

const FORMS = {
  PatchTransformer: {
    none: 'must specify one of patch and path in',
    both: "patch and path can't be set at the same time",
    file: (path: string): string => `failed to get the patch file from path(${path}): `,
  },
  PatchJson6902Transformer: {
    none: 'empty file path and empty jsonOp',
    both: 'must specify a file path or jsonOp, not both',
    file: (): string => '',
  },
} as const;

/** Finds the text that an entry of `patches` or `patchesJson6902` names or holds (K-080). */
export function findPatch(entry: PatchEntry, plugin: Exclude<Plugin, 'PatchStrategicMergeTransformer'>, context: BuildContext): PatchSource | undefined {
  const path = entry.path?.value ?? '';
  const isTrimmed = plugin === 'PatchTransformer';
  const text = isTrimmed ? entry.patch?.value.trim() : entry.patch?.value;
  const form = FORMS[plugin];
  if ((path === '') === !text) {
    const answer = path === '' ? form.none : form.both;
    fail(context, { kind: 'patch-malformed', answer: trouble(plugin, entry, answer), at: entry.at, subject: path });
    return undefined;
  }
  if (entry.patch && text) {
    return { source: inlineSource(entry.patch, isTrimmed), printed: `[patch: ${JSON.stringify(text)}]`, path: undefined };
  }
  const file = findSource(context, path, missing => {
    const answer = trouble(plugin, entry, `${form.file(path)}${missing.answer}`);
    fail(context, { ...missing, answer, at: entry.path?.at ?? entry.at, subject: path });
  });
  if (!file) return undefined;
  return { source: fileSource(file), printed: `[path: ${JSON.stringify(path)}]`, path };
}
