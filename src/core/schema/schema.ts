/** A minor of Kubernetes 1: 36 stands for 1.36. */
export type Minor = number;

/** Minors that serve or know something: from `since` to `until`, both included; open where absent. */
export interface MinorRange {
  readonly since?: Minor;
  readonly until?: Minor;
}

/** What a decoder takes a value for. `object` has named fields, `map` any keys with one type of value. */
export type SchemaType =
  'object' | 'map' | 'list' | 'string' | 'integer' | 'number' | 'boolean' | 'intOrString' | 'quantity' | 'bytes' | 'time' | 'microTime' | 'duration' | 'any';

/**
 * What may stand in one place of an object: of a built-in kind, as its Go type decodes it, or of a custom one, as the structural schema of
 * its CustomResourceDefinition says. Parts are built when they are asked for: schemas refer to themselves, and a set uses few of them.
 */
export interface Schema {
  readonly type: SchemaType;
  /** Width or form of a scalar: `int32`, `int64`, `double`, `date-time` and what else OpenAPI names. */
  readonly format?: string;
  readonly nullable?: boolean;
  /** A field of an object; undefined where it has no such field in any version. */
  field?(name: string): FieldSchema | undefined;
  /** All field names of an object, those of other minors too. */
  fieldNames?(): readonly string[];
  /** Schema of the elements of a list or the values of a map. */
  element?(): Schema;
  /** The object keeps fields that it does not name: `x-kubernetes-preserve-unknown-fields`. */
  readonly isOpen?: boolean;
  readonly listType?: 'atomic' | 'set' | 'map';
  readonly listMapKeys?: readonly string[];
  /** Built-in kinds only: values that the type's constants name, of all minors together. */
  readonly enum?: readonly string[];
  /** Built-in kinds only: how the decoder's messages name the type (`int32`, `v1.ServiceSpec`, `[]v1.ServicePort`, `map[string]string`). */
  readonly goType?: string;
  /** What only schemas of custom kinds state: bounds, patterns, enumerations, defaults, CEL rules. */
  readonly constraints?: Constraints;
  /** Custom kinds only: whether it or a part of it has CEL rules. */
  readonly hasRules?: () => boolean;
}

export interface FieldSchema {
  readonly schema: Schema;
  /** Minors that know the field; absent where all of `schemas/` do. */
  readonly minors?: MinorRange;
  /** Built-in kinds only: the API's declaration says that the field has to be written. Its validation may ask for less or more. */
  readonly isRequired?: boolean;
  /** Built-in kinds only: the Go structs, joined by `.`, in which the field is embedded: decoder messages name them (`spec.volumes.VolumeSource.secret`). */
  readonly embedded?: string;
}

/** A CEL rule of a schema (`x-kubernetes-validations`). */
export interface ValidationRule {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly reason?: string;
  readonly fieldPath?: string;
  readonly optionalOldSelf?: boolean;
}

/** The value validations of a structural schema, by the names of OpenAPI. */
export interface Constraints {
  readonly required?: readonly string[];
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly rules?: readonly ValidationRule[];
  readonly isEmbeddedResource?: boolean;
}
