import { readConfigurations } from './configurations.ts';
import { readCrds } from './crds.ts';
import type { BuildContext } from './context.ts';
import type { GeneratorEntry, ImageEntry, LabelEntry, Pair, PatchEntry, PluginEntry, ReplacementEntry, ReplicaEntry, Text } from './kustomization.ts';
import { applyJson6902 } from './patch/patches-json6902.ts';
import { applyStrategicMerge } from './patch/patches-strategic-merge.ts';
import { applyReplacement } from './replace/replacements.ts';
import { applyPatch } from './patch/patches.ts';
import type { BuildObject } from './object.ts';
import type { ObjectList } from './object-list.ts';
import { generate } from './generate/generate.ts';
import { addHashes } from './hash.ts';
import { readOpenApi } from './openapi.ts';
import { order } from './order.ts';
import { runGenerators, runTransformers, runValidators } from './plugins/plugins.ts';
import { renameReferences } from './references/rename-references.ts';
import { namePrefix, nameSuffix } from './transform/affixes.ts';
import { images } from './transform/images.ts';
import { commonAnnotations, commonLabels, labels } from './transform/labels.ts';
import { namespace } from './transform/namespace.ts';
import { registerVars, resolveVars } from './vars.ts';
import { replicas } from './transform/replicas.ts';

/** A transformer of every object for itself. */
type Transform<Entry> = (objects: readonly BuildObject[], entry: Entry, context: BuildContext) => void;
/** A transformer that looks for its objects, and may add some or take some away. */
type Apply<Entry> = (objects: ObjectList, entry: Entry, context: BuildContext) => void;

/** What a build is made of. Filled by the modules of each transformer; the order is that of accumulate.ts (K-030, K-031). */
export interface Steps {
  readonly readConfigurations: (context: BuildContext) => void;
  readonly readOpenApi: (context: BuildContext) => void;
  readonly readCrds: (context: BuildContext) => void;
  /** Makes the object of an entry and puts it into the list by its behavior (K-103). */
  readonly generate: Apply<GeneratorEntry>;
  readonly runGenerators: Apply<readonly PluginEntry[]>;
  readonly strategicMerge: Apply<Text>;
  readonly patch: Apply<PatchEntry>;
  readonly namespace: Transform<Text>;
  readonly namePrefix: Transform<Text>;
  readonly nameSuffix: Transform<Text>;
  readonly labels: Transform<LabelEntry>;
  readonly commonLabels: Transform<readonly Pair[]>;
  readonly commonAnnotations: Transform<readonly Pair[]>;
  readonly json6902: Apply<PatchEntry>;
  readonly replicas: Transform<ReplicaEntry>;
  readonly images: Transform<ImageEntry>;
  readonly replacement: Apply<ReplacementEntry>;
  readonly runTransformers: Apply<readonly PluginEntry[]>;
  readonly runValidators: Apply<readonly PluginEntry[]>;
  readonly registerVars: (objects: ObjectList, context: BuildContext) => void;
  /** At the root, at the end (K-032), in this order. */
  readonly addHashes: (objects: ObjectList, context: BuildContext) => void;
  readonly renameReferences: (objects: ObjectList, context: BuildContext) => void;
  readonly resolveVars: (objects: ObjectList, context: BuildContext) => void;
  readonly order: (objects: readonly BuildObject[], context: BuildContext) => readonly BuildObject[];
}

/** The steps as they are. */
export const STEPS: Steps = {
  readConfigurations,
  readOpenApi,
  readCrds,
  generate,
  runGenerators,
  strategicMerge: applyStrategicMerge,
  patch: applyPatch,
  namespace,
  namePrefix,
  nameSuffix,
  labels,
  commonLabels,
  commonAnnotations,
  json6902: applyJson6902,
  replicas,
  images,
  replacement: applyReplacement,
  runTransformers,
  runValidators,
  registerVars,
  addHashes,
  renameReferences,
  resolveVars,
  order,
};
