import { markTransformed, ownActor } from './build-metadata.ts';
import { fail, type BuildContext } from './context.ts';
import type { ObjectList } from './object-list.ts';
import type { Steps } from './steps.ts';

/** What one entry of a kustomization does. */
interface Step {
  readonly run: (objects: ObjectList) => void;
  /** The transformer that has run with it, as kustomize calls it. Some run once for all their entries. */
  readonly kind?: string;
}

/** One transformer for all entries of a list. */
function* together<Entry>(kind: string, entries: readonly Entry[], run: (objects: ObjectList, entry: Entry) => void): Generator<Step> {
  for (const [index, entry] of entries.entries()) {
    yield { run: objects => run(objects, entry), ...(index === entries.length - 1 && { kind }) };
  }
}

/** A transformer for each entry. */
function* each<Entry>(kind: string, entries: readonly Entry[], run: (objects: ObjectList, entry: Entry) => void): Generator<Step> {
  for (const entry of entries) yield { run: objects => run(objects, entry), kind };
}

const present = <Value>(value: Value | undefined): readonly Value[] => (value === undefined ? [] : [value]);
const nonEmpty = <Value>(list: readonly Value[]): readonly (readonly Value[])[] => (list.length === 0 ? [] : [list]);

function* labelSteps(context: BuildContext, steps: Steps): Generator<Step> {
  const { labels, commonLabels } = context.kustomization;
  yield* each('LabelTransformer', labels, ({ items }, entry) => steps.labels(items, entry, context));
  // It runs for common labels too where there are only others.
  if (labels.length > 0 || commonLabels.length > 0)
    yield* each('LabelTransformer', [commonLabels], ({ items }, pairs) => steps.commonLabels(items, pairs, context));
}

function* stepsOf(context: BuildContext, steps: Steps): Generator<Step> {
  const { kustomization: k } = context;
  yield* together('PatchStrategicMergeTransformer', k.patchesStrategicMerge, (objects, entry) => steps.strategicMerge(objects, entry, context));
  yield* each('PatchTransformer', k.patches, (objects, entry) => steps.patch(objects, entry, context));
  yield* each('NamespaceTransformer', present(k.namespace), ({ items }, text) => steps.namespace(items, text, context));
  yield* each('PrefixTransformer', present(k.namePrefix), ({ items }, text) => steps.namePrefix(items, text, context));
  yield* each('SuffixTransformer', present(k.nameSuffix), ({ items }, text) => steps.nameSuffix(items, text, context));
  yield* labelSteps(context, steps);
  yield* each('AnnotationsTransformer', nonEmpty(k.commonAnnotations), ({ items }, pairs) => steps.commonAnnotations(items, pairs, context));
  yield* each('PatchJson6902Transformer', k.patchesJson6902, (objects, entry) => steps.json6902(objects, entry, context));
  yield* each('ReplicaCountTransformer', k.replicas, ({ items }, entry) => steps.replicas(items, entry, context));
  yield* each('ImageTagTransformer', k.images, ({ items }, entry) => steps.images(items, entry, context));
  yield* together('ReplacementTransformer', k.replacements, (objects, entry) => steps.replacement(objects, entry, context));
  if (k.transformers.length > 0) yield { run: objects => steps.runTransformers(objects, k.transformers, context) };
}

/** Step 5 of a build: the transformers in their fixed order; after each, objects that hold nothing any more go (K-031). */
export function transformAll(context: BuildContext, objects: ObjectList, steps: Steps): void {
  for (const { run, kind } of stepsOf(context, steps)) {
    run(objects);
    objects.changed();
    objects.removeEmpty();
    if (kind !== undefined) markTransformed(objects.items, ownActor(context, kind), context);
  }
}

/** Step 3: generators, of ConfigMaps first, then of Secrets; charts are not inflated (K-128). */
export function generateAll(context: BuildContext, objects: ObjectList, steps: Steps): void {
  const { generators, pluginGenerators, helmCharts } = context.kustomization;
  for (const entry of generators) steps.generate(objects, entry, context);
  for (const at of helmCharts) {
    const answer = 'trouble configuring builtin HelmChartInflationGenerator with config: must specify --enable-helm';
    fail(context, { kind: 'helm', answer, at, subject: 'helmCharts' });
  }
  if (pluginGenerators.length > 0) steps.runGenerators(objects, pluginGenerators, context);
  objects.changed();
}
