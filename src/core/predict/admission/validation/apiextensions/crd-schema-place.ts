import type { SchemaCursor } from './crd-schema-parts.ts';

/** What holds for a schema because of where it stands. */
export interface SchemaPlace {
  readonly isRoot?: boolean;
  /** It describes apiVersion, kind or metadata of an object. */
  readonly isMeta?: boolean;
  /** Why it may not state a default; undefined where it may. */
  readonly noDefaults?: string;
  /** The place above which old and new values cannot be told apart. */
  readonly uncorrelated?: SchemaCursor;
  /** How often the place can stand in one object, as the bounds of lists and maps above it say; undefined where one of them has none. */
  readonly occurrences?: number | undefined;
  /** Rules are compiled only where values stand, not within `anyOf` and its like. */
  readonly hasRules: boolean;
}
