import type { Source } from './source.ts';

/** Checks of CustomResourceDefinitions and APIServices. */
export const APIEXTENSIONS_CHECKS = {
  'crd/group': 'apiextensions.k8s.io/v1 CustomResourceDefinitionSpec.group',
} as const satisfies Record<string, Source>;
