import type { ValidatorTable } from '../validator.ts';

export const NETWORK_POLICY_VALIDATORS: ValidatorTable = {};
