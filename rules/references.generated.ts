// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import configMapMissing from './config-map-missing/rule.ts';
import kustomizationResourceMissing from './kustomization-resource-missing/rule.ts';

export const rules: readonly AnyRule[] = [
  configMapMissing,
  kustomizationResourceMissing,
];
