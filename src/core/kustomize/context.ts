import type { Fault, FaultKind } from './fault.ts';
import type { BuildFiles } from './files.ts';
import type { Gvk } from './identity.ts';
import type { FieldSpec, Kustomization, Text, VarEntry } from './kustomization.ts';
import type { ObjectList } from './object-list.ts';
import type { Faults } from './fault.ts';
import type { MergeSchema } from './merge/merge-schema.ts';
import type { BuildObject } from './object.ts';
import type { Place } from '../yaml/place.ts';

/** Fields that name objects of a kind (K-060). */
export interface NameReference extends Gvk {
  readonly fieldSpecs: readonly FieldSpec[];
}

/** What `configurations` and `crds` add to the built-in field specs, from this kustomization and those below it (K-033). */
export interface FieldConfiguration {
  readonly namePrefix: FieldSpec[];
  readonly nameSuffix: FieldSpec[];
  readonly namespace: FieldSpec[];
  readonly commonLabels: FieldSpec[];
  readonly labels: FieldSpec[];
  readonly templateLabels: FieldSpec[];
  readonly commonAnnotations: FieldSpec[];
  readonly images: FieldSpec[];
  readonly replicas: FieldSpec[];
  readonly varReference: FieldSpec[];
  readonly nameReference: NameReference[];
}

/** Names of the lists of field specs. */
export const FIELD_LISTS = [
  'namePrefix',
  'nameSuffix',
  'namespace',
  'commonLabels',
  'labels',
  'templateLabels',
  'commonAnnotations',
  'images',
  'replicas',
  'varReference',
] as const;

export function emptyConfiguration(): FieldConfiguration {
  return {
    namePrefix: [],
    nameSuffix: [],
    namespace: [],
    commonLabels: [],
    labels: [],
    templateLabels: [],
    commonAnnotations: [],
    images: [],
    replicas: [],
    varReference: [],
    nameReference: [],
  };
}

/** A deviation that ends no build and is worth a word: a patch that applies to nothing. */
export interface Remark extends Omit<Fault, 'answer'> {
  /** A clause that reads alone. */
  readonly note: string;
}

/** What all kustomizations of one build share. */
export interface BuildRun {
  readonly files: BuildFiles;
  readonly faults: Faults;
  readonly remarks: Remark[];
  /** Lines on stderr that end no build. */
  readonly warnings: string[];
  /** Whether files have to lie below their kustomization (K-050). */
  readonly restrict: boolean;
  /** With `restrict`: whether what lies outside is built all the same after it was reported. */
  readonly keepsOutside: boolean;
  /** Paths of files that took part. */
  readonly used: Set<string>;
  /** Which lists merges go into. */
  readonly schema: MergeSchema;
  /** How often objects have told of a transformer. */
  readonly transformations: { count: number };
  /** All kustomizations that are taken in, the outer ones first. */
  readonly kustomizations: Kustomization[];
}

/** One kustomization while it is built. */
export interface BuildContext extends BuildRun {
  readonly directory: string;
  readonly kustomization: Kustomization;
  /** Without the built-in field specs. Filled from below, then by its own `configurations`. */
  readonly configuration: FieldConfiguration;
  /** `vars` from here and below, resolved at the root. */
  readonly vars: RegisteredVar[];
  /** Directories of this kustomization and those above it, without links (K-051). */
  readonly chain: readonly string[];
  /** What the root's `buildMetadata` asks for (K-125). */
  readonly buildMetadata: readonly Text[];
  /** The way from the root, as entries spell it; empty for the root. */
  readonly trail: string;
  /** What the kustomizations above put around an answer. */
  readonly say: (answer: string) => string;
  /** Takes in what an entry of a list of resources names: plugins are configured in such lists too. */
  readonly takeResource: (context: BuildContext, objects: ObjectList, entry: Text) => void;
}

export interface RegisteredVar {
  readonly entry: VarEntry;
  readonly directory: string;
  /** The object that it names; undefined where there is none when it is registered. */
  readonly target?: BuildObject | undefined;
}

/** What a fault is about; the context adds where. */
export type FaultDetails = Pick<Fault, 'near' | 'mends' | 'related'>;

/** Reports what kustomize would say. */
export function fail(
  context: Pick<BuildContext, 'faults' | 'directory'> & Partial<Pick<BuildContext, 'say'>>,
  fault: { readonly kind: FaultKind; readonly answer: string; readonly at: Place; readonly subject: string } & FaultDetails,
): void {
  context.faults.add({ ...fault, answer: context.say?.(fault.answer) ?? fault.answer, directory: context.directory });
}
