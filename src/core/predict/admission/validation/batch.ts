import type { ValidatorTable } from '../validator.ts';

export const BATCH_VALIDATORS: ValidatorTable = {};
