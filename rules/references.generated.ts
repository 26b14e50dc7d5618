// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import affinitySelectsNoPods from './affinity-selects-no-pods/rule.ts';
import chartValueLeadsNowhere from './chart-value-leads-nowhere/rule.ts';
import configMapKeyMissing from './config-map-key-missing/rule.ts';
import configMapMissing from './config-map-missing/rule.ts';
import configMapUnused from './config-map-unused/rule.ts';
import customReferenceMissing from './custom-reference-missing/rule.ts';
import fluxDependencyCycle from './flux-dependency-cycle/rule.ts';
import fluxDependencyMissing from './flux-dependency-missing/rule.ts';
import fluxSubstitutionFails from './flux-substitution-fails/rule.ts';
import fluxVariableUnset from './flux-variable-unset/rule.ts';
import gitopsPathMissing from './gitops-path-missing/rule.ts';
import imagePullSecretMissing from './image-pull-secret-missing/rule.ts';
import kustomizationLabelsHitSelectors from './kustomization-labels-hit-selectors/rule.ts';
import kustomizationPatchLost from './kustomization-patch-lost/rule.ts';
import kustomizationPatchTargetMissing from './kustomization-patch-target-missing/rule.ts';
import kustomizationPrefixBreaksHost from './kustomization-prefix-breaks-host/rule.ts';
import kustomizationReplacementUnresolved from './kustomization-replacement-unresolved/rule.ts';
import kustomizationResourceMissing from './kustomization-resource-missing/rule.ts';
import kustomizationResourceUnlisted from './kustomization-resource-unlisted/rule.ts';
import kustomizationResourceUnread from './kustomization-resource-unread/rule.ts';
import namespaceMissing from './namespace-missing/rule.ts';
import nodeSelectorContradicts from './node-selector-contradicts/rule.ts';
import ownerReferenceMissing from './owner-reference-missing/rule.ts';
import pdbSelectsJobPods from './pdb-selects-job-pods/rule.ts';
import pdbSelectsNoPods from './pdb-selects-no-pods/rule.ts';
import pdbSelectsOtherWorkloads from './pdb-selects-other-workloads/rule.ts';
import pdbsOverlap from './pdbs-overlap/rule.ts';
import persistentVolumeClaimMissing from './persistent-volume-claim-missing/rule.ts';
import persistentVolumeClaimUnbindable from './persistent-volume-claim-unbindable/rule.ts';
import priorityClassMissing from './priority-class-missing/rule.ts';
import roleBindingRoleMissing from './role-binding-role-missing/rule.ts';
import roleBindingSubjectMissing from './role-binding-subject-missing/rule.ts';
import runtimeClassMissing from './runtime-class-missing/rule.ts';
import scaleTargetClaimedTwice from './scale-target-claimed-twice/rule.ts';
import scaleTargetMissing from './scale-target-missing/rule.ts';
import scaleTargetNotScalable from './scale-target-not-scalable/rule.ts';
import secretKeyMissing from './secret-key-missing/rule.ts';
import secretMissing from './secret-missing/rule.ts';
import secretUnused from './secret-unused/rule.ts';
import serviceAccountMissing from './service-account-missing/rule.ts';
import serviceMonitorSelectsNoServices from './service-monitor-selects-no-services/rule.ts';
import serviceUnreferenced from './service-unreferenced/rule.ts';
import storageClassMissing from './storage-class-missing/rule.ts';

export const rules: readonly AnyRule[] = [
  affinitySelectsNoPods,
  chartValueLeadsNowhere,
  configMapKeyMissing,
  configMapMissing,
  configMapUnused,
  customReferenceMissing,
  fluxDependencyCycle,
  fluxDependencyMissing,
  fluxSubstitutionFails,
  fluxVariableUnset,
  gitopsPathMissing,
  imagePullSecretMissing,
  kustomizationLabelsHitSelectors,
  kustomizationPatchLost,
  kustomizationPatchTargetMissing,
  kustomizationPrefixBreaksHost,
  kustomizationReplacementUnresolved,
  kustomizationResourceMissing,
  kustomizationResourceUnlisted,
  kustomizationResourceUnread,
  namespaceMissing,
  nodeSelectorContradicts,
  ownerReferenceMissing,
  pdbSelectsJobPods,
  pdbSelectsNoPods,
  pdbSelectsOtherWorkloads,
  pdbsOverlap,
  persistentVolumeClaimMissing,
  persistentVolumeClaimUnbindable,
  priorityClassMissing,
  roleBindingRoleMissing,
  roleBindingSubjectMissing,
  runtimeClassMissing,
  scaleTargetClaimedTwice,
  scaleTargetMissing,
  scaleTargetNotScalable,
  secretKeyMissing,
  secretMissing,
  secretUnused,
  serviceAccountMissing,
  serviceMonitorSelectsNoServices,
  serviceUnreferenced,
  storageClassMissing,
];
