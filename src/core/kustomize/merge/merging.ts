import type { YamlNode } from '../node.ts';
import type { Loss } from './losses.ts';
import type { Removal } from '../object.ts';
import type { MergeSchema } from './merge-schema.ts';
import type { MergeType } from './merge-type.ts';

/** Where a merge stands. */
export interface Merging {
  readonly schema: MergeSchema;
  readonly type: MergeType | undefined;
  readonly path: readonly string[];
  readonly removals: Removal[];
  /** What of the patch is passed over. */
  readonly losses: Loss[];
}

/** Merges a value of a patch into what is there; undefined where nothing is left. */
export type Merge = (dest: YamlNode | undefined, patch: YamlNode | undefined, merging: Merging) => YamlNode | undefined;
