import type { Source } from './source.ts';

/** Checks of JSON Schema files that the configuration names: they stand for the definition of a kind that is not known otherwise. */
export const SCHEMA_FILE_CHECKS = {
  'schema-file/field-required': 'JSON Schema required',
  'schema-file/unknown-field': 'JSON Schema additionalProperties',
  'schema-file/wrong-type': 'JSON Schema type',
  'schema-file/value-unsupported': 'JSON Schema enum',
  'schema-file/value': 'JSON Schema pattern, minimum and the like',
} as const satisfies Record<string, Source>;
