// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import configurationInvalid from './configuration-invalid/rule.ts';
import suppressionUnused from './suppression-unused/rule.ts';

export const rules: readonly AnyRule[] = [
  configurationInvalid,
  suppressionUnused,
];
