import type { ValidatorTable } from '../validator.ts';

export const ADMISSIONREGISTRATION_VALIDATORS: ValidatorTable = {};
