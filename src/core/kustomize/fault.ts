import type { Mend } from '../model/rendering.ts';
import type { Place } from '../yaml/place.ts';

export type { Mend } from '../model/rendering.ts';

/**
 * Why a kustomization does not build, or builds to something else than it says. One word for each cause that a rule or a reader tells apart.
 * `remote` and `helm` are no mistakes: these parts cannot be built without a network or a chart. `resource-hidden` and `resource-deep` are built by kustomize, not here.
 */
export const FAULT_KINDS = [
  'field-unknown',
  'field-type',
  'kind-wrong',
  'empty',
  'several-files',
  'no-kustomization',
  'resource-missing',
  'resource-outside',
  'resource-beyond',
  'resource-hidden',
  'resource-deep',
  'resource-unreadable',
  'object-malformed',
  'object-repeated',
  'cycle',
  'component-kind',
  'patch-malformed',
  'patch-target-missing',
  'patch-target-ambiguous',
  'patch-path',
  'patch-not-applied',
  'patch-element-keyless',
  'patch-element-lost',
  'patch-replace-ignored',
  'patch-null-label',
  'generator',
  'generator-behavior',
  'replicas-target-missing',
  'replacement-source',
  'replacement-target',
  'replacement-not-applied',
  'var',
  'image-unused',
  'name-reference',
  'namespace-conflict',
  'configuration',
  'plugin',
  'value',
  'remote',
  'helm',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** A part of a kustomization that is not built. The part is left out, and the rest is built. */
export interface Fault {
  readonly kind: FaultKind;
  /** What kustomize says, after the `error: ` of kubectl. */
  readonly answer: string;
  /** The entry that causes it, in the kustomization; for an object or a patch of several documents, its place. */
  readonly at: Place;
  /** What it is about: a path, a field, a name, as it is written. */
  readonly subject: string;
  /** A name, path or field that was perhaps meant. */
  readonly near?: string;
  /** What would have to be written for that. */
  readonly mends?: readonly Mend[];
  readonly related?: readonly { readonly at: Place; readonly note: string }[];
  /** Directory of the kustomization that says it. */
  readonly directory: string;
}

/** Takes faults in the order in which kustomize would meet them: the first one is its answer. */
export class Faults {
  readonly all: Fault[] = [];

  add(fault: Fault): void {
    this.all.push(fault);
  }
}
