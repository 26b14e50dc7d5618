import type { Place } from '../yaml/place.ts';
import type { YamlDocument } from '../yaml/source-file.ts';
import type { YamlNode } from './node.ts';

/** A text of a kustomization with its place. */
export interface Text {
  readonly value: string;
  readonly at: Place;
  /** What gives it, for notes, where that is no field of a kustomization: `targetNamespace of Kustomization "apps"`. */
  readonly giver?: string;
}

/** Keys and values, each with its place. */
export interface Pair {
  readonly key: string;
  readonly value: string;
  readonly at: Place;
  /** A key such as `on`, which is read as no text (K-021). */
  readonly isOddKey?: true;
}

/** What a patch, replacement or transformer selects (K-081). Absent parts take all. */
export interface Selector {
  readonly group?: Text | undefined;
  readonly version?: Text | undefined;
  readonly kind?: Text | undefined;
  readonly name?: Text | undefined;
  readonly namespace?: Text | undefined;
  readonly labelSelector?: Text | undefined;
  readonly annotationSelector?: Text | undefined;
  readonly at: Place;
}

export interface PatchEntry {
  readonly path?: Text | undefined;
  readonly patch?: Text | undefined;
  readonly target?: Selector | undefined;
  readonly allowNameChange: boolean;
  readonly allowKindChange: boolean;
  readonly at: Place;
}

export interface FieldSpec {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** Segments joined by `/`; `\/` stands for a slash in a key (K-070). */
  readonly path: string;
  readonly create: boolean;
  /** Where a configuration adds it; undefined for the built-in ones. */
  readonly at?: Place | undefined;
}

export interface LabelEntry {
  readonly pairs: readonly Pair[];
  readonly includeSelectors: boolean;
  readonly includeTemplates: boolean;
  readonly fields: readonly FieldSpec[];
  readonly at: Place;
}

export interface ImageEntry {
  readonly name: Text;
  readonly newName?: Text | undefined;
  readonly newTag?: Text | undefined;
  readonly tagSuffix?: Text | undefined;
  readonly digest?: Text | undefined;
  readonly at: Place;
}

export interface ReplicaEntry {
  readonly name: Text;
  readonly count: number;
  readonly at: Place;
  readonly countAt: Place;
}

export interface GeneratorOptions {
  readonly labels: readonly Pair[];
  readonly annotations: readonly Pair[];
  readonly disableNameSuffixHash: boolean;
  readonly immutable: boolean;
}

export interface GeneratorEntry {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: Text | undefined;
  readonly namespace?: Text | undefined;
  readonly behavior?: Text | undefined;
  /** Of a Secret. */
  readonly type?: Text | undefined;
  readonly files: readonly Text[];
  readonly literals: readonly Text[];
  readonly envs: readonly Text[];
  readonly options: GeneratorOptions;
  readonly at: Place;
}

export interface ReplacementField {
  readonly fieldPath?: Text | undefined;
  readonly delimiter?: string | undefined;
  readonly index: number;
  readonly create: boolean;
}

export interface ReplacementTarget extends ReplacementField {
  readonly select: Selector | undefined;
  readonly reject: readonly Selector[];
  readonly fieldPaths: readonly Text[];
  readonly at: Place;
}

export interface Replacement {
  readonly source: (Selector & ReplacementField) | undefined;
  readonly sourceValue?: Text | undefined;
  readonly targets: readonly ReplacementTarget[];
  readonly at: Place;
}

/** `replacements` entry: written out, or in a file. */
export type ReplacementEntry = { readonly path: Text } | { readonly replacement: Replacement };

export interface VarEntry {
  readonly name: Text;
  readonly objref: { readonly apiVersion: string; readonly kind: string; readonly name: string; readonly namespace: string };
  readonly fieldPath: string;
  readonly at: Place;
}

/** An entry of `transformers`, `generators` or `validators`: a path, or an object written out. */
export interface PluginEntry {
  readonly text: Text;
}

/** A kustomization after its old fields have been moved to their successors (K-023). Lists are in the order in which they are applied. */
export interface Kustomization {
  readonly document: YamlDocument;
  readonly directory: string;
  readonly isComponent: boolean;
  /** `resources`, then `bases`. */
  readonly resources: readonly Text[];
  readonly components: readonly Text[];
  readonly generators: readonly GeneratorEntry[];
  readonly generatorOptions: GeneratorOptions;
  readonly patchesStrategicMerge: readonly Text[];
  readonly patches: readonly PatchEntry[];
  readonly patchesJson6902: readonly PatchEntry[];
  readonly namespace: Text | undefined;
  readonly namePrefix: Text | undefined;
  readonly nameSuffix: Text | undefined;
  readonly labels: readonly LabelEntry[];
  readonly commonLabels: readonly Pair[];
  readonly commonAnnotations: readonly Pair[];
  readonly replicas: readonly ReplicaEntry[];
  /** `images`, then `imageTags`. */
  readonly images: readonly ImageEntry[];
  readonly replacements: readonly ReplacementEntry[];
  readonly vars: readonly VarEntry[];
  readonly configurations: readonly Text[];
  readonly crds: readonly Text[];
  readonly openapi: { readonly path?: Text | undefined; readonly version?: Text | undefined };
  readonly transformers: readonly PluginEntry[];
  readonly pluginGenerators: readonly PluginEntry[];
  readonly validators: readonly PluginEntry[];
  readonly buildMetadata: readonly Text[];
  /** `legacy` where nothing is said; `kinds` are the lists of `legacySortOptions`. */
  readonly sortOptions: {
    readonly order: 'legacy' | 'fifo';
    /** An order that is neither. */
    readonly wrong?: Text | undefined;
    readonly orderFirst: readonly string[] | undefined;
    readonly orderLast: readonly string[] | undefined;
  };
  /** Entries of helmCharts, which nothing is made of. */
  readonly helmCharts: readonly Place[];
  /** Old fields that have a successor, by their key. */
  readonly deprecated: readonly Text[];
}

/** Anything that a plugin's configuration holds, read as `Kustomization` reads it. */
export type PluginConfig = YamlNode;
