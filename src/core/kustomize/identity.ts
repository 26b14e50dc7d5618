/** Group, version and kind. Empty where none is given. */
export interface Gvk {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** What kustomize knows an object by (K-040). The namespace is as it is written, empty where there is none. */
export interface ObjectId extends Gvk {
  readonly name: string;
  readonly namespace: string;
}

/** A name that an object had, stored before it is changed (K-042). The namespace is the effective one. */
export interface PreviousId {
  readonly name: string;
  readonly namespace: string;
  readonly kind: string;
}
