import type { Source } from './source.ts';

/** Checks that the schema of a custom resource states. The page of each: apiextensions/v1 JSONSchemaProps. */
export const CUSTOM_RESOURCE_CHECKS = {
  'custom-resource/field-required': 'apiextensions/v1 JSONSchemaProps.required',
  'custom-resource/value-unsupported': 'apiextensions/v1 JSONSchemaProps.enum',
  'custom-resource/entry-duplicated': 'apiextensions/v1 JSONSchemaProps.x-kubernetes-list-type',
  'custom-resource/wrong-type': 'apiextensions/v1 JSONSchemaProps.type',
  /** A number or boolean without quotes where text is wanted. */
  'custom-resource/string-not-quoted': 'apiextensions/v1 JSONSchemaProps.type',
  /** Text in quotes where the number or boolean that it holds is wanted. */
  'custom-resource/number-quoted': 'apiextensions/v1 JSONSchemaProps.type',
  'custom-resource/format': 'apiextensions/v1 JSONSchemaProps.format',
  'custom-resource/pattern': 'apiextensions/v1 JSONSchemaProps.pattern',
  'custom-resource/length': 'apiextensions/v1 JSONSchemaProps.maxLength',
  'custom-resource/number': 'apiextensions/v1 JSONSchemaProps.maximum',
  'custom-resource/size': 'apiextensions/v1 JSONSchemaProps.maxItems',
  /** `oneOf`, `anyOf`, `allOf`, `not`. */
  'custom-resource/alternatives': 'apiextensions/v1 JSONSchemaProps.oneOf',
  'custom-resource/embedded-resource': 'apiextensions/v1 JSONSchemaProps.x-kubernetes-embedded-resource',
  'custom-resource/rule': 'apiextensions/v1 JSONSchemaProps.x-kubernetes-validations',
  /** The notice that rules were not checked because of the other causes. */
  'custom-resource/rules-unchecked': 'S-361',
} as const satisfies Record<string, Source>;
