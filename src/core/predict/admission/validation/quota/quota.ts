import type { ValidatorTable } from '../../validator.ts';
import { LIMIT_RANGE } from './limit-range.ts';
import { PRIORITY_CLASS } from './priority-class.ts';
import { RESOURCE_QUOTA } from './resource-quota.ts';

export const QUOTA_VALIDATORS: ValidatorTable = {
  '/LimitRange': LIMIT_RANGE,
  '/ResourceQuota': RESOURCE_QUOTA,
  'scheduling.k8s.io/PriorityClass': PRIORITY_CLASS,
};
