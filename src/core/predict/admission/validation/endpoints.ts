import type { ValidatorTable } from '../validator.ts';

export const ENDPOINTS_VALIDATORS: ValidatorTable = {};
