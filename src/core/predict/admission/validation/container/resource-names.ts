import { qualifiedNameFaults } from '../../formats.ts';

const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'] as const;

const COUNTED = [
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
];

const CONTAINER_RESOURCES: ReadonlySet<string> = new Set(COMPUTE);
const COUNTED_RESOURCES: ReadonlySet<string> = new Set(COUNTED);

const STANDARD_RESOURCES: ReadonlySet<string> = new Set([
  ...COMPUTE,
  ...COMPUTE.map(name => `requests.${name}`),
  ...COMPUTE.map(name => `limits.${name}`),
  ...COUNTED,
  'storage',
  'requests.storage',
]);

const QUOTA_RESOURCES: ReadonlySet<string> = new Set([...STANDARD_RESOURCES].filter(name => name !== 'storage'));

/** True for what a quota of a namespace counts by itself. */
export const isStandardQuotaResource = (name: string): boolean => QUOTA_RESOURCES.has(name);

export const isHugePages = (name: string): boolean => name.startsWith('hugepages-');

/** Pages of Linux, also where a quota counts requests for them. */
export const isQuotaHugePages = (name: string): boolean => isHugePages(name) || name.startsWith('requests.hugepages-');

/** True for a resource that Kubernetes itself defines: without domain, or in `kubernetes.io`. */
export const isNativeResource = (name: string): boolean => !name.includes('/') || name.includes('kubernetes.io/');

/** A resource with a domain, such as `nvidia.com/gpu`, which node plugins bring. */
export function isExtendedResource(name: string): boolean {
  return !isNativeResource(name) && !name.startsWith('requests.') && qualifiedNameFaults(`requests.${name}`).length === 0;
}

/** True where more may be promised than a node has: then requests may be below limits. */
export const isOvercommitAllowed = (name: string): boolean => isNativeResource(name) && !isHugePages(name);

/** True for what is counted in whole pieces. */
export const isIntegerResource = (name: string): boolean => COUNTED_RESOURCES.has(name) || isExtendedResource(name);

/** Name of any resource: in quotas, limits, volumes (`validateResourceName`). */
export function resourceNameFaults(name: string): readonly string[] {
  const faults = qualifiedNameFaults(name);
  if (faults.length > 0 || name.includes('/') || STANDARD_RESOURCES.has(name) || isQuotaHugePages(name)) return faults;
  return ['must be a standard resource type or fully qualified'];
}

/** Name of a resource that a container may ask for (`validateContainerResourceName`). */
export function containerResourceNameFaults(name: string): readonly string[] {
  const faults = resourceNameFaults(name);
  if (!name.includes('/')) {
    const isStandard = CONTAINER_RESOURCES.has(name) || isHugePages(name);
    return isStandard ? faults : [...faults, 'must be a standard resource for containers'];
  }
  return isNativeResource(name) || isExtendedResource(name) ? faults : [...faults, "doesn't follow extended resource name standard"];
}
