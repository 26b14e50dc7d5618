// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import annotationInvalid from './annotation-invalid/rule.ts';
import clusterScopedObjectHasNamespace from './cluster-scoped-object-has-namespace/rule.ts';
import cronJobScheduleInvalid from './cron-job-schedule-invalid/rule.ts';
import labelInvalid from './label-invalid/rule.ts';
import labelSelectorInvalid from './label-selector-invalid/rule.ts';
import namespaceNameInvalid from './namespace-name-invalid/rule.ts';
import objectDuplicated from './object-duplicated/rule.ts';
import objectNameInvalid from './object-name-invalid/rule.ts';
import objectNameMissing from './object-name-missing/rule.ts';
import restartPolicyUnsupported from './restart-policy-unsupported/rule.ts';
import rollingUpdateBlocked from './rolling-update-blocked/rule.ts';
import workloadOwnedLabelSet from './workload-owned-label-set/rule.ts';
import workloadSelectorEmpty from './workload-selector-empty/rule.ts';
import workloadSelectorMismatch from './workload-selector-mismatch/rule.ts';

export const rules: readonly AnyRule[] = [
  annotationInvalid,
  clusterScopedObjectHasNamespace,
  cronJobScheduleInvalid,
  labelInvalid,
  labelSelectorInvalid,
  namespaceNameInvalid,
  objectDuplicated,
  objectNameInvalid,
  objectNameMissing,
  restartPolicyUnsupported,
  rollingUpdateBlocked,
  workloadOwnedLabelSet,
  workloadSelectorEmpty,
  workloadSelectorMismatch,
];
