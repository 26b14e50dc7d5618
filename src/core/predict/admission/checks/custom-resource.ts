import type { Source } from './source.ts';

/** Checks that the schema of a custom resource states: types, bounds, enumerations, CEL rules. */
export const CUSTOM_RESOURCE_CHECKS = {
  'custom-resource/rule': 'S-361',
} as const satisfies Record<string, Source>;
