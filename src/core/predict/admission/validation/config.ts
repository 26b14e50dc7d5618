import type { ValidatorTable } from '../validator.ts';

export const CONFIG_VALIDATORS: ValidatorTable = {};
