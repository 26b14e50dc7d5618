// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import networkPolicyPeerInvalid from './network-policy-peer-invalid/rule.ts';
import networkPolicyPortInvalid from './network-policy-port-invalid/rule.ts';
import networkPolicyTypesInvalid from './network-policy-types-invalid/rule.ts';

export const rules: readonly AnyRule[] = [
  networkPolicyPeerInvalid,
  networkPolicyPortInvalid,
  networkPolicyTypesInvalid,
];
