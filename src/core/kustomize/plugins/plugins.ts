import { actorOf, markTransformed } from '../build-metadata.ts';
import { type BuildContext, fail } from '../context.ts';
import { emitObject } from '../emit.ts';
import { generate } from '../generate/generate.ts';
import type { GeneratorEntry, PluginEntry } from '../kustomization.ts';
import { readGenerator } from '../kustomization-entries.ts';
import { copyWithShares } from '../node.ts';
import { idOf, kindOf, printId } from '../object-id.ts';
import { ObjectList } from '../object-list.ts';
import type { BuildObject } from '../object.ts';
import { type LoadedPlugin, loadPlugins } from './load-plugins.ts';
import type { PluginRun } from './plugin-run.ts';
import { TRANSFORMERS } from './transformers.ts';

function generator(kind: GeneratorEntry['kind']): PluginRun {
  return (objects, { fields, object }, context) => {
    const entry = readGenerator(fields, kind);
    const metadata = fields.map('metadata');
    generate(
      objects,
      { ...entry, name: entry.name ?? metadata?.text('name'), namespace: entry.namespace ?? metadata?.text('namespace') },
      context,
      actorOf(object),
    );
    return undefined;
  };
}

const GENERATORS: ReadonlyMap<string, PluginRun> = new Map([
  ['ConfigMapGenerator', generator('ConfigMap')],
  ['SecretGenerator', generator('Secret')],
]);
const GENERATOR_KINDS = new Set([...GENERATORS.keys(), 'HelmChartInflationGenerator', 'IAMPolicyGenerator']);

function runPlugin({ run, config }: LoadedPlugin, objects: ObjectList, context: BuildContext, isMarked = false): void {
  const cause = run(objects, config, context);
  if (cause !== undefined) {
    const id = printId(idOf(config.object));
    fail(context, { kind: 'plugin', answer: `plugin ${id} fails configuration: ${cause}`, at: config.object.origin.at, subject: kindOf(config.object) });
  }
  objects.changed();
  objects.removeEmpty();
  if (isMarked) markTransformed(objects.items, actorOf(config.object), context);
}

/** Entries of `transformers`, in their order behind all other transformers (K-031). */
export function runTransformers(objects: ObjectList, entries: readonly PluginEntry[], context: BuildContext): void {
  const plugins = loadPlugins(entries, { kinds: TRANSFORMERS, others: GENERATOR_KINDS, word: 'transformer' }, context);
  for (const plugin of plugins) runPlugin(plugin, objects, context, true);
}

/** Entries of `generators`. */
export function runGenerators(objects: ObjectList, entries: readonly PluginEntry[], context: BuildContext): void {
  const plugins = loadPlugins(entries, { kinds: GENERATORS, others: new Set(TRANSFORMERS.keys()), word: 'generator' }, context);
  for (const plugin of plugins) runPlugin(plugin, objects, context);
}

const printAll = (objects: readonly BuildObject[]): string => objects.map(({ root }) => emitObject(root).text).join('---\n');

/** Entries of `validators`: transformers that have to leave everything as it is. */
export function runValidators(objects: ObjectList, entries: readonly PluginEntry[], context: BuildContext): void {
  const [first] = entries;
  if (!first) return;
  const copies = new ObjectList();
  for (const object of objects.items) {
    const root = copyWithShares(object.root);
    if (root.kind === 'map') copies.append({ ...object, root, previous: [...object.previous], removals: [] });
  }
  const before = printAll(copies.items);
  runTransformers(copies, entries, { ...context, buildMetadata: [] });
  if (printAll(copies.items) === before) return;
  fail(context, { kind: 'plugin', answer: "validator shouldn't modify the resource map", at: first.text.at, subject: 'validators' });
}
