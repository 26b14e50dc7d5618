import type { ValidatorTable } from '../validator.ts';

export const APIEXTENSIONS_VALIDATORS: ValidatorTable = {};
