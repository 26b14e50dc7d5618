// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import nodePortOutOfRange from './node-port-out-of-range/rule.ts';
import serviceSelectsNoPods from './service-selects-no-pods/rule.ts';

export const rules: readonly AnyRule[] = [
  nodePortOutOfRange,
  serviceSelectsNoPods,
];
