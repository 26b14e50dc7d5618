import type { ValidatorTable } from '../validator.ts';

export const SERVICE_VALIDATORS: ValidatorTable = {};
