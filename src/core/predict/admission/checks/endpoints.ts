import type { Source } from './source.ts';

/** Checks of Endpoints and EndpointSlices. */
export const ENDPOINTS_CHECKS = {
  'endpoints/addresses-required': 'S-058 v1 EndpointSubset',
  'endpoints/address-required': 'S-058',
  'endpoints/address': 'S-058 v1 EndpointAddress.ip',
  'endpoints/domain': 'S-058',
  'endpoints/special-address': 'S-058 S-059',
  'endpoints/address-family': 'S-058',
  'endpoints/address-count': 'S-051',
  'endpoints/endpoint-count': 'S-051',
  'endpoints/port-count': 'S-051',
  'endpoints/address-type-required': 'S-058',
  'endpoints/address-type-unsupported': 'S-058',
  'endpoints/hostname': 'S-058 v1 EndpointAddress.hostname',
  'endpoints/node-name': 'v1 EndpointAddress.nodeName',
  'endpoints/port-name-required': 'v1 EndpointPort.name',
  'endpoints/port-name': 'S-058',
  'endpoints/port-name-duplicated': 'S-058',
  'endpoints/app-protocol': 'v1 EndpointPort.appProtocol',
  'endpoints/hint-count': 'discovery.k8s.io/v1 EndpointHints',
  'endpoints/hint': 'discovery.k8s.io/v1 ForZone.name',
  'endpoints/hint-duplicated': 'discovery.k8s.io/v1 EndpointHints',
  'endpoints/deprecated-warning': 'S-053',
  'endpoints/fqdn-warning': 'S-058 S-200',
} as const satisfies Record<string, Source>;
