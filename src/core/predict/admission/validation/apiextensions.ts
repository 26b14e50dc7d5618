import type { ValidatorTable } from '../validator.ts';
import { API_SERVICE } from './api-service.ts';

export const APIEXTENSIONS_VALIDATORS: ValidatorTable = {
  'apiregistration.k8s.io/APIService': API_SERVICE,
};
