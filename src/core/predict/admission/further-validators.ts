import { ADMISSIONREGISTRATION_VALIDATORS } from './validation/admissionregistration/admissionregistration.ts';
import { APIEXTENSIONS_VALIDATORS } from './validation/apiextensions/apiextensions.ts';
import { AUTOSCALING_VALIDATORS } from './validation/autoscaling/autoscaling.ts';
import { BATCH_VALIDATORS } from './validation/workload/batch.ts';
import { ENDPOINTS_VALIDATORS } from './validation/service/endpoints.ts';
import { NETWORK_POLICY_VALIDATORS } from './validation/networking/network-policy.ts';
import { NETWORK_RANGE_VALIDATORS } from './validation/networking/network-ranges.ts';
import { QUOTA_VALIDATORS } from './validation/quota/quota.ts';
import { RBAC_VALIDATORS } from './validation/rbac/rbac.ts';
import { STORAGE_VALIDATORS } from './validation/storage/storage.ts';
import type { ValidatorTable } from './validator.ts';

/** The validators of kinds that few sets hold: a chunk of its own. */
export const FURTHER_VALIDATORS: ValidatorTable = {
  ...ADMISSIONREGISTRATION_VALIDATORS,
  ...APIEXTENSIONS_VALIDATORS,
  ...AUTOSCALING_VALIDATORS,
  ...BATCH_VALIDATORS,
  ...ENDPOINTS_VALIDATORS,
  ...NETWORK_POLICY_VALIDATORS,
  ...NETWORK_RANGE_VALIDATORS,
  ...QUOTA_VALIDATORS,
  ...RBAC_VALIDATORS,
  ...STORAGE_VALIDATORS,
};
