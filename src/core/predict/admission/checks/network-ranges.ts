import type { Source } from './source.ts';

/** Checks of ServiceCIDRs and IPAddresses. */
export const NETWORK_RANGE_CHECKS = {
  'service-cidr/cidrs-required': 'networking.k8s.io/v1 ServiceCIDRSpec.cidrs',
  'service-cidr/cidrs': 'networking.k8s.io/v1 ServiceCIDRSpec.cidrs',
  'service-cidr/cidr': 'networking.k8s.io/v1 ServiceCIDRSpec.cidrs',
  'ip-address-object/name': 'networking.k8s.io/v1 IPAddress',
  'ip-address-object/parent-required': 'networking.k8s.io/v1 IPAddressSpec.parentRef',
  'ip-address-object/parent': 'networking.k8s.io/v1 ParentReference',
} as const satisfies Record<string, Source>;
