// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import ingressBackendInvalid from './ingress-backend-invalid/rule.ts';
import ingressClassInvalid from './ingress-class-invalid/rule.ts';
import ingressClassRepeated from './ingress-class-repeated/rule.ts';
import ingressClassSetTwice from './ingress-class-set-twice/rule.ts';
import ingressHostInvalid from './ingress-host-invalid/rule.ts';
import ingressPathInvalid from './ingress-path-invalid/rule.ts';
import ingressPathTypeMissing from './ingress-path-type-missing/rule.ts';
import ingressPathsMissing from './ingress-paths-missing/rule.ts';
import ingressSpecEmpty from './ingress-spec-empty/rule.ts';
import objectNameMissing from './object-name-missing/rule.ts';
import roleBindingInvalid from './role-binding-invalid/rule.ts';
import workloadSelectorMismatch from './workload-selector-mismatch/rule.ts';

export const rules: readonly AnyRule[] = [
  ingressBackendInvalid,
  ingressClassInvalid,
  ingressClassRepeated,
  ingressClassSetTwice,
  ingressHostInvalid,
  ingressPathInvalid,
  ingressPathTypeMissing,
  ingressPathsMissing,
  ingressSpecEmpty,
  objectNameMissing,
  roleBindingInvalid,
  workloadSelectorMismatch,
];
