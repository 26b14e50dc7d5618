// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import affinitySelectsNoPods from './affinity-selects-no-pods/rule.ts';
import configMapMissing from './config-map-missing/rule.ts';
import kustomizationResourceMissing from './kustomization-resource-missing/rule.ts';
import nodeSelectorContradicts from './node-selector-contradicts/rule.ts';
import pdbSelectsJobPods from './pdb-selects-job-pods/rule.ts';
import pdbSelectsNoPods from './pdb-selects-no-pods/rule.ts';
import pdbSelectsOtherWorkloads from './pdb-selects-other-workloads/rule.ts';
import pdbsOverlap from './pdbs-overlap/rule.ts';
import scaleTargetClaimedTwice from './scale-target-claimed-twice/rule.ts';
import scaleTargetMissing from './scale-target-missing/rule.ts';
import scaleTargetNotScalable from './scale-target-not-scalable/rule.ts';

export const rules: readonly AnyRule[] = [
  affinitySelectsNoPods,
  configMapMissing,
  kustomizationResourceMissing,
  nodeSelectorContradicts,
  pdbSelectsJobPods,
  pdbSelectsNoPods,
  pdbSelectsOtherWorkloads,
  pdbsOverlap,
  scaleTargetClaimedTwice,
  scaleTargetMissing,
  scaleTargetNotScalable,
];
