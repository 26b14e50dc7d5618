import { baseNameOf } from '../../text/path.ts';
import { markRead, trailTo } from '../build-metadata.ts';
import { type BuildContext, fail } from '../context.ts';
import type { PluginEntry } from '../kustomization.ts';
import { loadObjects } from '../load.ts';
import { apiVersionOf, gvkOf, idOf, kindOf, printGvk, printId } from '../object-id.ts';
import { ObjectList, repeatedIdAnswer } from '../object-list.ts';
import type { BuildObject } from '../object.ts';
import { inlineSource } from '../text-source.ts';
import { configOf, type PluginConfig, type PluginRun } from './plugin-run.ts';

/** What takes the objects of an entry of `resources`: configurations of plugins are read in the same way. */
export type TakeResource = BuildContext['takeResource'];

function isInline(entry: PluginEntry, objects: ObjectList, context: BuildContext): boolean {
  const { objects: found, failure } = loadObjects(inlineSource(entry.text));
  if (failure) return false;
  markRead(found, trailTo(context, baseNameOf(context.kustomization.document.file.path)), context);
  for (const object of found) {
    if (!objects.append(object)) continue;
    const answer = `configuring external transformer: ${repeatedIdAnswer(idOf(object))}`;
    fail(context, { kind: 'object-repeated', answer, at: entry.text.at, subject: kindOf(object) });
  }
  return true;
}

/** Configurations that entries hold or name: first those that are written out (K-123). */
function loadConfigs(entries: readonly PluginEntry[], context: BuildContext): readonly BuildObject[] {
  const objects = new ObjectList();
  const paths = entries.filter(entry => !isInline(entry, objects, context));
  for (const { text } of paths) context.takeResource(context, objects, text);
  return objects.items;
}

export interface LoadedPlugin {
  readonly run: PluginRun;
  readonly config: PluginConfig;
}

interface Known {
  readonly kinds: ReadonlyMap<string, PluginRun>;
  readonly others: ReadonlySet<string>;
  readonly word: 'transformer' | 'generator';
}

/** The plugins of a list of entries. Only those that are built in run here, as in kubectl. */
export function loadPlugins(entries: readonly PluginEntry[], { kinds, others, word }: Known, context: BuildContext): LoadedPlugin[] {
  const head = word === 'generator' ? 'loading generator plugins: failed to load generator: ' : '';
  return loadConfigs(entries, context).flatMap(object => {
    const kind = kindOf(object);
    const run = apiVersionOf(object) === 'builtin' ? kinds.get(kind) : undefined;
    if (run) return [{ run, config: configOf(object) }];
    let answer = `unable to load builtin ${printGvk(gvkOf(object))}`;
    if (apiVersionOf(object) !== 'builtin') answer = `external plugins disabled; unable to load external plugin '${kind}'`;
    else if (others.has(kind)) answer = `plugin ${printId(idOf(object))} not a ${word}`;
    fail(context, { kind: 'plugin', answer: head + answer, at: object.origin.at, subject: kind });
    return [];
  });
}
