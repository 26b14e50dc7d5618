import type { ValidatorTable } from '../validator.ts';

export const AUTOSCALING_VALIDATORS: ValidatorTable = {};
