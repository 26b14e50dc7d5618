// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import nodePortOutOfRange from './node-port-out-of-range/rule.ts';
import serviceSelectsNoPods from './service-selects-no-pods/rule.ts';
import targetPortNumbersDiffer from './target-port-numbers-differ/rule.ts';
import targetPortOmitted from './target-port-omitted/rule.ts';
import targetPortPartlyUnresolved from './target-port-partly-unresolved/rule.ts';
import targetPortProtocolMismatch from './target-port-protocol-mismatch/rule.ts';
import targetPortUndeclared from './target-port-undeclared/rule.ts';
import targetPortUnresolved from './target-port-unresolved/rule.ts';

export const rules: readonly AnyRule[] = [
  nodePortOutOfRange,
  serviceSelectsNoPods,
  targetPortNumbersDiffer,
  targetPortOmitted,
  targetPortPartlyUnresolved,
  targetPortProtocolMismatch,
  targetPortUndeclared,
  targetPortUnresolved,
];
