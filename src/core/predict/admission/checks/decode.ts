import type { Source } from './source.ts';

/** What the decoder refuses before anything is validated, for every kind; and kinds that are not served. */
export const DECODE_CHECKS = {
  'decode/unknown-field': 'S-361',
  /** A field that does not exist where it stands and fits elsewhere in the object. */
  'decode/field-misplaced': 'S-361',
  /** A value of another type than the field's. */
  'decode/wrong-type': 'S-361',
  /** A number or boolean without quotes where text is wanted. */
  'decode/string-not-quoted': 'S-003',
  /** Text in quotes where the number or boolean that it holds is wanted. */
  'decode/number-quoted': 'S-067',
  /** A fraction or a number that is too large for the field. */
  'decode/number-form': 'S-067',
  'decode/quantity': 'resource.Quantity',
  'decode/time': 'meta/v1 Time, MicroTime, Duration',
  'decode/base64': 'v1 Secret.data, ConfigMap.binaryData',
  /** The group has no such kind in any version. */
  'decode/kind-not-served': 'S-070',
  'decode/version-removed': 'S-346',
  'decode/version-too-new': 'S-346',
  /** The definition of the set serves the kind in other versions. */
  'decode/definition-not-serving': 'apiextensions.k8s.io/v1 CustomResourceDefinitionVersion.served',
  /** Current releases of the project serve the kind in other versions or another group. */
  'decode/release-not-serving': 'S-267',
  /** Alpha versions and new beta ones: an administrator has to turn them on. */
  'decode/version-off-by-default': 'S-346',
  'decode/kind-read-only': 'v1 ComponentStatus',
  'decode/version-deprecated-warning': 'S-200',
} as const satisfies Record<string, Source>;
