// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import configMapMissing from './config-map-missing/rule.ts';
import kustomizationResourceMissing from './kustomization-resource-missing/rule.ts';
import ownerReferenceMissing from './owner-reference-missing/rule.ts';
import roleBindingRoleMissing from './role-binding-role-missing/rule.ts';
import roleBindingSubjectMissing from './role-binding-subject-missing/rule.ts';
import serviceUnreferenced from './service-unreferenced/rule.ts';

export const rules: readonly AnyRule[] = [
  configMapMissing,
  kustomizationResourceMissing,
  ownerReferenceMissing,
  roleBindingRoleMissing,
  roleBindingSubjectMissing,
  serviceUnreferenced,
];
