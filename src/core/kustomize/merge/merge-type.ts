/** What a strategic merge knows of a part of an object: which of its lists are merged, and by which keys (K-093, K-094). */
export interface MergeType {
  readonly fields: { readonly get: (key: string) => MergeType | undefined };
  /** Of a list that is merged: keys of its elements, none for a list of scalars. Undefined for what is no such list. */
  readonly keys?: readonly string[];
  readonly items?: MergeType | undefined;
}
