import { ADMISSIONREGISTRATION_VALIDATORS } from './validation/admissionregistration.ts';
import { APIEXTENSIONS_VALIDATORS } from './validation/apiextensions.ts';
import { APPS_VALIDATORS } from './validation/apps.ts';
import { AUTOSCALING_VALIDATORS } from './validation/autoscaling.ts';
import { BATCH_VALIDATORS } from './validation/batch.ts';
import { CONFIG_VALIDATORS } from './validation/config.ts';
import { ENDPOINTS_VALIDATORS } from './validation/endpoints.ts';
import { INGRESS_VALIDATORS } from './validation/ingress.ts';
import { NETWORK_POLICY_VALIDATORS } from './validation/network-policy.ts';
import { NETWORK_RANGE_VALIDATORS } from './validation/network-ranges.ts';
import { POD_VALIDATORS } from './validation/pod.ts';
import { QUOTA_VALIDATORS } from './validation/quota.ts';
import { RBAC_VALIDATORS } from './validation/rbac.ts';
import { SERVICE_VALIDATORS } from './validation/service.ts';
import { STORAGE_VALIDATORS } from './validation/storage.ts';
import type { KindValidator, ValidatorTable } from './validator.ts';

const VALIDATORS: ValidatorTable = {
  ...ADMISSIONREGISTRATION_VALIDATORS,
  ...APIEXTENSIONS_VALIDATORS,
  ...APPS_VALIDATORS,
  ...AUTOSCALING_VALIDATORS,
  ...BATCH_VALIDATORS,
  ...CONFIG_VALIDATORS,
  ...ENDPOINTS_VALIDATORS,
  ...INGRESS_VALIDATORS,
  ...NETWORK_POLICY_VALIDATORS,
  ...NETWORK_RANGE_VALIDATORS,
  ...POD_VALIDATORS,
  ...QUOTA_VALIDATORS,
  ...RBAC_VALIDATORS,
  ...SERVICE_VALIDATORS,
  ...STORAGE_VALIDATORS,
};

/** The validator of a kind; undefined where nothing but metadata and schema is checked. */
export function findValidator(group: string, version: string, kind: string): KindValidator | undefined {
  const key = `${group}/${kind}`;
  const validator = Object.hasOwn(VALIDATORS, key) ? VALIDATORS[key] : undefined;
  return !validator?.versions || validator.versions.includes(version) ? validator : undefined;
}
