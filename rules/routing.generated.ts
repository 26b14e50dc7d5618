// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import ingressBackendInOtherNamespace from './ingress-backend-in-other-namespace/rule.ts';
import ingressBackendMissing from './ingress-backend-missing/rule.ts';
import ingressBackendPortMissing from './ingress-backend-port-missing/rule.ts';

export const rules: readonly AnyRule[] = [
  ingressBackendInOtherNamespace,
  ingressBackendMissing,
  ingressBackendPortMissing,
];
