import type { ValidatorTable } from '../validator.ts';

export const POD_VALIDATORS: ValidatorTable = {};
