import type { ValidatorTable } from '../validator.ts';

export const APPS_VALIDATORS: ValidatorTable = {};
