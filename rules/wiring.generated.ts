import type { AnyRule } from '../src/core/api.ts';
import nodePortOutOfRange from './node-port-out-of-range/rule.ts';
import serviceSelectsNoPods from './service-selects-no-pods/rule.ts';

const rules: readonly AnyRule[] = [nodePortOutOfRange, serviceSelectsNoPods];
export default rules;
