import { fail, type BuildContext } from './context.ts';
import type { ObjectList } from './object-list.ts';
import type { Steps } from './steps.ts';

/** One transformer of a kustomization. */
type Run = (objects: ObjectList) => void;

function* transformersOf(context: BuildContext, steps: Steps): Generator<Run> {
  const { kustomization: k } = context;
  for (const entry of k.patchesStrategicMerge) yield objects => steps.strategicMerge(objects, entry, context);
  for (const entry of k.patches) yield objects => steps.patch(objects, entry, context);
  const { namespace, namePrefix, nameSuffix, commonLabels, commonAnnotations } = k;
  if (namespace) yield ({ items }) => steps.namespace(items, namespace, context);
  if (namePrefix) yield ({ items }) => steps.namePrefix(items, namePrefix, context);
  if (nameSuffix) yield ({ items }) => steps.nameSuffix(items, nameSuffix, context);
  for (const entry of k.labels) yield ({ items }) => steps.labels(items, entry, context);
  if (commonLabels.length > 0) yield ({ items }) => steps.commonLabels(items, commonLabels, context);
  if (commonAnnotations.length > 0) yield ({ items }) => steps.commonAnnotations(items, commonAnnotations, context);
  for (const entry of k.patchesJson6902) yield objects => steps.json6902(objects, entry, context);
  for (const entry of k.replicas) yield ({ items }) => steps.replicas(items, entry, context);
  for (const entry of k.images) yield ({ items }) => steps.images(items, entry, context);
  for (const entry of k.replacements) yield objects => steps.replacement(objects, entry, context);
  if (k.transformers.length > 0) yield objects => steps.runTransformers(objects, k.transformers, context);
}

/** Step 5 of a build: the transformers in their fixed order; after each, objects that hold nothing any more go (K-031). */
export function transformAll(context: BuildContext, objects: ObjectList, steps: Steps): void {
  for (const run of transformersOf(context, steps)) {
    run(objects);
    objects.changed();
    objects.removeEmpty();
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
