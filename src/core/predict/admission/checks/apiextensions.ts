import type { Source } from './source.ts';

/** Checks of CustomResourceDefinitions and APIServices. */
export const APIEXTENSIONS_CHECKS = {
  'api-service/name': 'apiregistration.k8s.io/v1 APIService',
  'api-service/group-required': 'apiregistration.k8s.io/v1 APIServiceSpec.group',
  'api-service/group': 'apiregistration.k8s.io/v1 APIServiceSpec.group',
  'api-service/version': 'apiregistration.k8s.io/v1 APIServiceSpec.version',
  'api-service/priority': 'apiregistration.k8s.io/v1 APIServiceSpec.groupPriorityMinimum',
  'api-service/local': 'apiregistration.k8s.io/v1 APIServiceSpec.service',
  'api-service/service-required': 'apiregistration.k8s.io/v1 ServiceReference',
  'api-service/insecure': 'apiregistration.k8s.io/v1 APIServiceSpec.insecureSkipTLSVerify',
  'crd/group': 'apiextensions.k8s.io/v1 CustomResourceDefinitionSpec.group',
} as const satisfies Record<string, Source>;
