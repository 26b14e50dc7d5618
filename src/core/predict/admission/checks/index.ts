import type { ADMISSION_CHECKS } from './admissionregistration.ts';
import type { APIEXTENSIONS_CHECKS } from './apiextensions.ts';
import type { APPS_CHECKS } from './apps.ts';
import type { AUTOSCALING_CHECKS } from './autoscaling.ts';
import type { BATCH_CHECKS } from './batch.ts';
import type { CONFIG_CHECKS } from './config.ts';
import type { CONTAINER_CHECKS } from './container.ts';
import type { CUSTOM_RESOURCE_CHECKS } from './custom-resource.ts';
import type { DECODE_CHECKS } from './decode.ts';
import type { ENDPOINTS_CHECKS } from './endpoints.ts';
import type { INGRESS_CHECKS } from './ingress.ts';
import type { IP_ADDRESS_CHECKS } from './ip-address.ts';
import type { METADATA_CHECKS } from './metadata.ts';
import type { NETWORK_POLICY_CHECKS } from './network-policy.ts';
import type { NETWORK_RANGE_CHECKS } from './network-ranges.ts';
import type { POD_CHECKS } from './pod.ts';
import type { QUOTA_CHECKS } from './quota.ts';
import type { RBAC_CHECKS } from './rbac.ts';
import type { SCHEMA_FILE_CHECKS } from './schema-file.ts';
import type { SERVICE_CHECKS } from './service.ts';
import type { STORAGE_CHECKS } from './storage.ts';
import type { VOLUME_CHECKS } from './volume.ts';

type Tables = typeof ADMISSION_CHECKS &
  typeof APIEXTENSIONS_CHECKS &
  typeof APPS_CHECKS &
  typeof AUTOSCALING_CHECKS &
  typeof BATCH_CHECKS &
  typeof CONFIG_CHECKS &
  typeof CONTAINER_CHECKS &
  typeof CUSTOM_RESOURCE_CHECKS &
  typeof DECODE_CHECKS &
  typeof ENDPOINTS_CHECKS &
  typeof INGRESS_CHECKS &
  typeof IP_ADDRESS_CHECKS &
  typeof METADATA_CHECKS &
  typeof NETWORK_POLICY_CHECKS &
  typeof NETWORK_RANGE_CHECKS &
  typeof POD_CHECKS &
  typeof QUOTA_CHECKS &
  typeof RBAC_CHECKS &
  typeof SCHEMA_FILE_CHECKS &
  typeof SERVICE_CHECKS &
  typeof STORAGE_CHECKS &
  typeof VOLUME_CHECKS;

/**
 * Stable name of one check of the admission model: `service/port-name-required`. The tables beside this file list them all, each with its
 * source; they are types at run time and data for the tests and pages.
 */
export type CheckId = keyof Tables;
