import type { ValidatorTable } from '../validator.ts';

export const RBAC_VALIDATORS: ValidatorTable = {};
