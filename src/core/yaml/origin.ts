import type { Place } from './place.ts';
import type { NodeId } from './tree.ts';

/** Something that changed a value between its source and what is applied: a patch, a prefix, a label, a generator. */
export interface Change {
  /** Where the change is written. */
  readonly at: Place;
  /** A clause that reads alone under its frame: `namePrefix of the kustomization adds "prod-"`. */
  readonly note: string;
}

/** Where a value of a rendered document was written, and what changed it on its way. */
export interface Origin {
  /** The place in a source file: never itself in a rendered document. */
  readonly at: Place;
  /** In the order in which they were made. Empty for what is applied as it is written. */
  readonly changes: readonly Change[];
}

/** Sources of a document that a tool makes of other files. Every node has one: what nobody wrote comes from what asked for it. */
export interface Origins {
  of(node: NodeId): Origin;
}

/** The same source, changed once more. */
export function changedBy({ at, changes }: Origin, change: Change): Origin {
  return { at, changes: [...changes, change] };
}
