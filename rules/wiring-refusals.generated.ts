// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import clusterIpOutOfRange from './cluster-ip-out-of-range/rule.ts';
import containerPortsOverlap from './container-ports-overlap/rule.ts';
import nodePortOutOfRange from './node-port-out-of-range/rule.ts';

export const rules: readonly AnyRule[] = [
  clusterIpOutOfRange,
  containerPortsOverlap,
  nodePortOutOfRange,
];
