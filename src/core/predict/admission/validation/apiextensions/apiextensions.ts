import type { ValidatorTable } from '../../validator.ts';
import { API_SERVICE } from './api-service.ts';
import { CUSTOM_RESOURCE_DEFINITION } from './custom-resource-definition.ts';

export const APIEXTENSIONS_VALIDATORS: ValidatorTable = {
  'apiextensions.k8s.io/CustomResourceDefinition': CUSTOM_RESOURCE_DEFINITION,
  'apiregistration.k8s.io/APIService': API_SERVICE,
};
