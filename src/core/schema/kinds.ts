import type { YamlDocument } from '../yaml/source-file.ts';
import type { Minor, MinorRange, Schema } from './schema.ts';

/** How a version of a kind ends. */
export interface Deprecation {
  /** First minor that warns. */
  readonly since: Minor;
  /** First minor that no longer serves it, where that is decided. */
  readonly removed?: Minor;
  readonly replacement?: { readonly apiVersion: string; readonly kind: string };
}

/** One kind in one version of its group. */
export interface KindInfo {
  readonly apiVersion: string;
  readonly kind: string;
  /** Name of the resource in URLs: `services`. */
  readonly plural: string;
  readonly scope: 'Namespaced' | 'Cluster';
  /** `built-in`: of Kubernetes itself. `bundled`: of a project whose definitions svclint carries. `input`: defined by the set or by the configuration. */
  readonly source: 'built-in' | 'bundled' | 'input';
  /** The document of the set that defines it; absent for what the configuration names and for all other sources. */
  readonly definedIn?: YamlDocument;
  /** Built-in kinds only: minors whose API servers can serve it; absent where all of `schemas/` do. */
  readonly served?: MinorRange;
  /**
   * Alpha versions, and beta ones that came with 1.24 or later: served only where an administrator turned them on (S-346). Of carried
   * definitions those of an experimental channel.
   */
  readonly isOffByDefault?: boolean;
  readonly deprecation?: Deprecation;
  /** The schema of the whole object, with apiVersion, kind and metadata; undefined where a version has none. */
  schema(): Schema | undefined;
  /** Kinds of JSON Schema files alone: what the file says against an object. */
  readonly faultsOf?: (object: unknown) => readonly SchemaFault[];
}

/** What a JSON Schema says against a part of an object. */
export interface SchemaFault {
  readonly kind: 'required' | 'unknown-field' | 'type' | 'enum' | 'value';
  /** Keys and numbers of elements that lead to the part, the missing or unknown one included. */
  readonly steps: readonly string[];
  readonly message: string;
  readonly supported?: readonly string[];
}

/** All kinds that are known: of Kubernetes, of the bundled projects, and of the definitions that the input brings. */
export interface Kinds {
  find(apiVersion: string, kind: string): KindInfo | undefined;
  /** A version that a definition with a placeholder may define: its kind is known, and nothing of its fields. */
  mayFind?(apiVersion: string, kind: string): KindInfo | undefined;
  /** The kind in every version of its group, newest first. */
  versionsOf(group: string, kind: string): readonly KindInfo[];
  /** Every kind of one apiVersion. */
  ofVersion(apiVersion: string): readonly KindInfo[];
  /** Kinds of that name in any group: for "did you mean". */
  named(kind: string): readonly KindInfo[];
  /** The names of all kinds. */
  kindNames(): Iterable<string>;
  /** Whether the group belongs to Kubernetes itself: then a kind that is not found does not exist. */
  isBuiltInGroup(group: string): boolean;
}

/** For runs without schemas: nothing is known of any kind. */
export const NO_KINDS: Kinds = {
  find: () => undefined,
  versionsOf: () => [],
  ofVersion: () => [],
  named: () => [],
  kindNames: () => [],
  isBuiltInGroup: () => false,
};
