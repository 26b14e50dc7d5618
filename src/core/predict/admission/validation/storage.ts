import type { ValidatorTable } from '../validator.ts';

export const STORAGE_VALIDATORS: ValidatorTable = {};
