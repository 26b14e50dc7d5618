import type { ValidatorTable } from '../validator.ts';

export const QUOTA_VALIDATORS: ValidatorTable = {};
