import type { ObjectFieldSelector, ResourceFieldSelector } from 'kubernetes-types/core/v1.d.ts';
import { readQuantity, renderQuantity } from '../../../../model/quantity.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { qualifiedNameFaults } from '../../formats.ts';
import { isEmpty, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';

/** Where a field of the pod is asked for: the path at which the server reports it, and what may be asked for there. */
export interface FieldUse {
  readonly path: string;
  readonly supported: readonly string[];
}

/** Fields of a pod that can be asked for anywhere; which of them here, the use says. */
const POD_FIELDS = new Set([
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.host',
  'spec.nodeName',
  'spec.restartPolicy',
  'spec.schedulerName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.phase',
  'status.podIP',
  'status.podIPs',
]);

/** `metadata.labels['app']`: the map and the key in it. */
function subscriptOf(path: string): { readonly map: string; readonly key: string } | undefined {
  const open = path.indexOf("['");
  return path.endsWith("']") && open > 0 ? { map: path.slice(0, open), key: path.slice(open + 2, -2) } : undefined;
}

/** Why the server cannot read the path of a field at all. */
function conversionFault(version: string, path: string): string | undefined {
  if (version !== 'v1') return `unsupported pod version: ${version}`;
  const subscript = subscriptOf(path);
  if (subscript) {
    const isMap = subscript.map === 'metadata.annotations' || subscript.map === 'metadata.labels';
    return isMap ? undefined : `field label does not support subscript: ${path}`;
  }
  return POD_FIELDS.has(path) ? undefined : `field label not supported: ${path}`;
}

/** A field of the pod by its path: in the environment or in a file (`ObjectFieldSelector`). */
export function validateObjectFieldSelector(selector: Cursor<ObjectFieldSelector>, to: Refusals, { path, supported }: FieldUse): void {
  const at = selector.get('fieldPath');
  const [version, fieldPath] = [textOf(selector.get('apiVersion')) || 'v1', textOf(at)];
  const field = `${path}.fieldPath`;
  if (isEmpty(at)) to.required('field-ref/path-required', at, undefined, { field });
  if (fieldPath === undefined || fieldPath === '' || selector.get('apiVersion').isUnknown) return;
  const fault = conversionFault(version, fieldPath);
  const subscript = subscriptOf(fieldPath);
  if (fault !== undefined) to.invalid('field-ref/path', at, `error converting fieldPath: ${fault}`, { field });
  else if (subscript) {
    const key = subscript.map === 'metadata.annotations' ? subscript.key.toLowerCase() : subscript.key;
    for (const wrong of qualifiedNameFaults(key)) to.invalid('field-ref/key', at, wrong, { field: path, value: key });
  } else {
    const internal = fieldPath === 'spec.host' ? 'spec.nodeName' : fieldPath;
    if (!supported.includes(internal)) to.notSupported('field-ref/path-unsupported', at, supported, { field, value: internal });
  }
}

const RESOURCES = ['limits.cpu', 'limits.ephemeral-storage', 'limits.memory', 'requests.cpu', 'requests.ephemeral-storage', 'requests.memory'];
const HUGE_PAGES = /^(?:limits|requests)\.hugepages-/;
const BYTE_DIVISORS = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];

function divisorFault(resource: string, divisor: string): string | undefined {
  if (resource.endsWith('.cpu')) return ['1m', '1'].includes(divisor) ? undefined : "only divisor's values 1m and 1 are supported with the cpu resource";
  const named = resource.endsWith('.memory') ? 'memory' : resource.endsWith('.ephemeral-storage') ? 'local ephemeral storage' : 'hugepages';
  return BYTE_DIVISORS.includes(divisor) ? undefined : `only divisor's values ${BYTE_DIVISORS.join(', ')} are supported with the ${named} resource`;
}

function validateDivisor(selector: Cursor<ResourceFieldSelector>, to: Refusals, path: string): void {
  const at = selector.get('divisor');
  const [resource, divisor] = [textOf(selector.get('resource')), readQuantity(at)];
  if (!divisor || divisor.nanos === 0n || resource === undefined || !(RESOURCES.includes(resource) || HUGE_PAGES.test(resource))) return;
  const fault = divisorFault(resource, renderQuantity(divisor));
  if (fault !== undefined) to.invalid('field-ref/divisor', at, fault, { field: `${path}.divisor`, value: resource });
}

/** A resource of a container: in the environment or in a file, where it must name the container (`ResourceFieldSelector`). */
export function validateResourceFieldSelector(
  selector: Cursor<ResourceFieldSelector>,
  to: Refusals,
  { path, isVolume }: { readonly path: string; readonly isVolume: boolean },
): void {
  const [container, at] = [selector.get('containerName'), selector.get('resource')];
  const resource = textOf(at);
  if (isVolume && isEmpty(container)) to.required('field-ref/container-required', container, undefined, { field: `${path}.containerName` });
  else if (isEmpty(at)) to.required('field-ref/resource-required', at, undefined, { field: `${path}.resource` });
  else if (resource !== undefined && !RESOURCES.includes(resource) && !HUGE_PAGES.test(resource)) {
    to.notSupported('field-ref/resource-unsupported', at, RESOURCES, { field: `${path}.resource` });
  }
  validateDivisor(selector, to, path);
}
