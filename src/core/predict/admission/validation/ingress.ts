import type { ValidatorTable } from '../validator.ts';

export const INGRESS_VALIDATORS: ValidatorTable = {};
