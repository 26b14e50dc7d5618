import type { Container, PodSpec, ResourceRequirements } from 'kubernetes-types/core/v1.d.ts';
import { addQuantities, compareQuantities, isWhole, renderQuantity, type Quantity } from '../../../../model/quantity.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { qualifiedNameFaults } from '../../formats.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { PodContext } from './pod-context.ts';
import { containerResourceNameFaults, isHugePages } from '../container/resource-names.ts';
import { readRequests, readResourceList, validateResourceQuantityValue, validateResourceRequirements, type ResourceAmount } from '../container/resources.ts';

/** Servers keep resources of a whole pod since 1.34. */
const SINCE = 34;

const POD_RESOURCES = ['cpu', 'memory'];

/** What a pod costs beside its containers. The server checks it as if it were limits, and names it so. */
export function validateOverhead(spec: Cursor<PodSpec>, to: Refusals, { isTemplate }: PodContext): void {
  const overhead = spec.get('overhead');
  for (const amount of readResourceList(overhead.as())) {
    const field = `${overhead.fieldPath}.limits[${amount.name}]`;
    for (const fault of containerResourceNameFaults(amount.name)) to.invalid('resources/name', amount.at, fault, { field, value: amount.name });
    validateResourceQuantityValue({ ...amount, field }, to);
    const isBytes = amount.name === 'memory' || amount.name === 'ephemeral-storage';
    if (!isBytes || !amount.quantity || isWhole(amount.quantity)) continue;
    const said = `fractional byte value ${JSON.stringify(renderQuantity(amount.quantity))} is invalid, must be an integer`;
    to.warn('resources/fraction-warning', amount.at, `${amount.field}: ${said}`);
  }
  if (isTemplate || overhead.entries().length === 0 || !spec.get('runtimeClassName').isAbsent) return;
  to.forbidden('pod/overhead', overhead, 'pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead');
}

function validateName(amount: ResourceAmount, to: Refusals): void {
  const { name, at, field } = amount;
  const faults = qualifiedNameFaults(name);
  for (const fault of faults) to.invalid('resources/name', at, fault, { field, value: name, since: SINCE });
  if (faults.length > 0 || POD_RESOURCES.includes(name) || isHugePages(name)) return;
  to.notSupported('resources/pod-resource-unsupported', at, POD_RESOURCES, { field, value: name, since: SINCE });
}

const isRestarted = (container: Cursor<Container>): boolean => textOf(container.get('restartPolicy')) === 'Always';

/** What one resource costs a pod at least: its containers together, or more while it starts. Undefined where an amount is not known. */
function requestOf(spec: Cursor<PodSpec>, name: string, defaultsRequests: boolean): Quantity | undefined {
  const zero: Quantity = { nanos: 0n, format: 'decimal' };
  const of = (container: Cursor<Container>): Quantity | undefined => {
    const found = readRequests(container.get('resources'), defaultsRequests).find(request => request.name === name);
    return found ? found.quantity : zero;
  };
  let [running, starting]: [Quantity, Quantity] = [zero, zero];
  for (const container of spec.get('initContainers').items()) {
    const request = of(container);
    if (!request) return undefined;
    const together = addQuantities(running, request);
    if (isRestarted(container)) running = together;
    if (compareQuantities(together, starting) > 0) starting = together;
  }
  for (const container of spec.get('containers').items()) {
    const request = of(container);
    if (!request) return undefined;
    running = addQuantities(running, request);
  }
  return compareQuantities(starting, running) > 0 ? starting : running;
}

function validateRequestsSuffice(spec: Cursor<PodSpec>, to: Refusals, requested: readonly ResourceAmount[], isTemplate: boolean): void {
  for (const { name, at, field, quantity } of requested) {
    const needed = requestOf(spec, name, !isTemplate);
    if (!needed || !quantity || compareQuantities(needed, quantity) <= 0) continue;
    const detail = `must be greater than or equal to aggregate container requests of ${renderQuantity(needed)}`;
    to.invalid('resources/pod-request', at, detail, { field, value: renderQuantity(quantity), since: SINCE });
  }
}

function validateLimitsSuffice(spec: Cursor<PodSpec>, to: Refusals, limited: readonly ResourceAmount[]): void {
  const limits = new Map(limited.map(({ name, quantity }) => [name, quantity]));
  for (const [i, container] of spec.get('containers').items().entries()) {
    for (const { name, at, quantity } of readResourceList(container.get('resources').get('limits').as())) {
      const limit = limits.get(name);
      if (!quantity || !limit || compareQuantities(quantity, limit) <= 0) continue;
      const detail = `must be less than or equal to pod limits of ${renderQuantity(limit)}`;
      const field = `${spec.fieldPath}.resources.containers[${String(i)}][${name}].limits`;
      to.invalid('resources/pod-limit', at, detail, { field, value: renderQuantity(quantity), since: SINCE });
    }
  }
}

/** Resources of a whole pod (`validatePodResources`), which its containers share. */
export function validatePodResources(spec: Cursor<PodSpec>, to: Refusals, { isTemplate }: PodContext): void {
  const resources = spec.as<{ readonly resources?: ResourceRequirements }>().get('resources');
  if (!resources.isMapping) return;
  if (textOf(spec.get('os').get('name')) === 'windows') {
    to.forbidden('pod-os/linux-setting', resources, 'may not be set for a windows pod', { since: SINCE });
    return;
  }
  const claims = resources.get('claims');
  if (claims.isPresent) to.forbidden('resources/pod-claims', claims, 'claims may not be set for Resources at pod-level', { since: SINCE });
  validateResourceRequirements(resources, to, { validateName, defaultsRequests: !isTemplate });
  validateRequestsSuffice(spec, to, readRequests(resources, !isTemplate), isTemplate);
  validateLimitsSuffice(spec, to, readResourceList(resources.get('limits').as()));
}
