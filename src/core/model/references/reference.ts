import type { Cursor } from '../../yaml/cursor.ts';
import type { Field } from '../../yaml/field.ts';
import type { Answer } from '../answer.ts';
import type { PodTemplate } from '../pod.ts';
import type { Resource } from '../resource.ts';

/** A kind of object, whatever its version: `apps/Deployment`, `/Secret` for the core group. */
export type KindName = `${string}/${string}`;

/** The kind that a reference means: one of a fixed kind, or what fields beside the name say. */
export type TargetKind =
  | KindName
  | {
      /** Field with the kind; `fallback` where it is absent. */
      readonly kind: string;
      /** Field with the group or the apiVersion. */
      readonly group: string;
      readonly fallback?: KindName;
    };

/**
 * What it means that an object names another one.
 * `needs`: it does not work until the other one is there. `uses`: it works without it, but for what the field is about.
 * `makes`: its controller writes the other one. `mentions`: nothing follows from the name alone.
 */
export type Verb = 'needs' | 'uses' | 'makes' | 'mentions';

/** One row of the table of references: a field of a kind that names an object of another one. */
export interface ReferenceRow {
  /** Stable name of the row. */
  readonly id: string;
  readonly verb: Verb;
  /** Kinds that have the field; `pod` for every pod template, whatever holds it; `any` for every object. */
  readonly from: readonly KindName[] | 'pod' | 'any';
  /**
   * Path from the object, or from the pod spec, to the mapping or text that names the object: `[]` steps into elements, `{a,b}` into both
   * fields. Empty for the object or pod spec itself.
   */
  readonly at: string;
  readonly to: TargetKind;
  /** Field with the name below `at`; `name` unless said otherwise, empty where the text itself is the name. */
  readonly name?: string;
  /** Field beside the name that, where it is written, names the object instead. */
  readonly unless?: string;
  /** Field with the namespace. Without one it is the namespace of the object that refers; a kind of the whole cluster has none. */
  readonly namespace?: string;
  /** Path below `at` to the keys that are read of a ConfigMap or Secret. */
  readonly key?: string;
  /** Fields with a port of a Service, the first that is written counts. */
  readonly port?: readonly string[];
  /** Port where none is written. */
  readonly defaultPort?: number;
  /** Boolean field that says the object may be absent. */
  readonly optional?: string;
  /** Fact of the semantics or page of the API. */
  readonly source: string;
}

/** A place of a manifest that names an object. */
export interface Reference {
  readonly row: ReferenceRow;
  readonly from: Resource;
  /** The pod template that holds it. */
  readonly pod: PodTemplate | undefined;
  /** The mapping or text that refers. */
  readonly holder: Cursor;
  /** Where the name is written. */
  readonly at: Cursor;
  readonly name: Field<string>;
  /** The kind meant; undefined where it is not known. */
  readonly kind: KindName | undefined;
  /** The namespace as it is written; undefined where it is that of `from`. */
  readonly namespace: Field<string> | undefined;
  /** Keys that are read of it, where they are written. */
  readonly keys: readonly Cursor[];
  readonly port: Cursor | undefined;
  /** Whether the object may be absent. */
  readonly isOptional: Answer;
}
