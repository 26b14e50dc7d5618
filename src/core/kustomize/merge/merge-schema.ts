import { entryOf, type YamlNode } from '../node.ts';
import { textOf } from '../object-id.ts';
import { CLUSTER_SCOPED } from '../tables/cluster-scoped.ts';
import type { MergeType } from './merge-type.ts';
import { MERGE_TYPES } from './merge-types.ts';

type Types = ReadonlyMap<string, () => MergeType>;

/**
 * The types that merges of one build go by. A schema of one's own stands in place of the built-in one (K-124); kustomize reads the built-in one
 * only when it is asked for, and what it has read by then holds beside.
 */
export class MergeSchema {
  #custom: Types | undefined;
  #isSet = false;
  #hasBuiltIn = false;

  /** Whether a kustomization has said already which schema holds: the first one counts. */
  get isSet(): boolean {
    return this.#isSet;
  }

  /** Takes a schema of one's own, or without one the built-in schema for good. */
  set(custom: Types | undefined): void {
    this.#isSet = true;
    this.#custom = custom;
    if (!custom) this.#hasBuiltIn = true;
  }

  /** What is read makes kustomize look into the schema, where its kind is none of the usual ones. */
  meet(root: YamlNode): void {
    if (this.#custom || this.#hasBuiltIn || root.kind !== 'map') return;
    const [apiVersion, kind] = [textOf(entryOf(root, 'apiVersion')), textOf(entryOf(root, 'kind'))];
    if (!MERGE_TYPES.has(`${apiVersion} ${kind}`) && !CLUSTER_SCOPED.get(apiVersion)?.has(kind)) this.#hasBuiltIn = true;
  }

  /** The type of an object by its own apiVersion and kind; undefined for kinds whose lists are all replaced (K-093). */
  typeOf(node: YamlNode | undefined): MergeType | undefined {
    if (node?.kind !== 'map') return undefined;
    const kind = textOf(entryOf(node, 'kind'));
    if (kind === '') return undefined;
    const key = `${textOf(entryOf(node, 'apiVersion'))} ${kind}`;
    if (!this.#custom) this.#hasBuiltIn = true;
    return this.#custom?.get(key)?.() ?? (this.#hasBuiltIn ? MERGE_TYPES.get(key) : undefined);
  }
}
