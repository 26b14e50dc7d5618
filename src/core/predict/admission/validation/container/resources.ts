import type { ResourceRequirements } from 'kubernetes-types/core/v1.d.ts';
import { compareQuantities, isWhole, parseQuantity, readQuantity, renderQuantity, roundToMilli, unitsOf, type Quantity } from '../../../../model/quantity.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { isPlaceholder } from '../../../../yaml/mask.ts';
import type { Refusals } from '../../refusals.ts';
import { isHugePages, isIntegerResource, isOvercommitAllowed } from './resource-names.ts';

export type ResourceList = Readonly<Record<string, string>>;

/** An amount of one resource, as the server holds it after decoding. */
export interface ResourceAmount {
  readonly name: string;
  readonly at: Cursor<unknown>;
  /** As the server names it: `spec.containers[0].resources.limits[cpu]`. */
  readonly field: string;
  /** Undefined where it is not known. */
  readonly quantity: Quantity | undefined;
}

/** Entries of a list of resources whose names are known. null is an amount of zero. */
export function readResourceList(list: Cursor<ResourceList>): readonly ResourceAmount[] {
  return list
    .entries()
    .filter(({ key }) => !isPlaceholder(key))
    .map(({ key, value }) => {
      const quantity = value.isAbsent ? { nanos: 0n, format: 'decimal' as const } : readQuantity(value);
      return { name: key, at: value, field: value.fieldPath, quantity: quantity && roundToMilli(quantity) };
    });
}

/** An amount below zero, or a fraction of what is counted in whole pieces (`ValidateResourceQuantityValue`). */
export function validateResourceQuantityValue({ name, at, field, quantity }: ResourceAmount, to: Refusals): void {
  if (!quantity) return;
  const value = renderQuantity(quantity);
  if (quantity.nanos < 0n) to.invalid('resources/negative', at, 'must be greater than or equal to 0', { field, value });
  if (isIntegerResource(name) && !isWhole(quantity)) to.invalid('resources/integer', at, 'must be an integer', { field, value });
}

function validateHugePages({ name, at, field, quantity }: ResourceAmount, to: Refusals): void {
  const size = isHugePages(name) ? parseQuantity(name.slice('hugepages-'.length)) : undefined;
  if (!quantity || size === undefined) return;
  const isMultiple = typeof size !== 'string' && size.nanos > 0n && isWhole(size) && unitsOf(quantity) % unitsOf(size) === 0n;
  if (isMultiple) return;
  const value = renderQuantity(quantity);
  to.invalid('resources/huge-pages-size', at, `${value} is not positive integer multiple of ${name}`, { field, value });
}

function validateRequest(request: ResourceAmount, limit: ResourceAmount | undefined, limits: Cursor<ResourceList>, to: Refusals): void {
  const { name, at, quantity } = request;
  if (!limit) {
    if (isOvercommitAllowed(name) || limits.isOpen) return;
    to.required('resources/limit-required', at, 'Limit must be set for non overcommitable resources', { field: limits.fieldPath });
    return;
  }
  if (!quantity || !limit.quantity) return;
  const difference = compareQuantities(quantity, limit.quantity);
  const [field, value] = [(at.parent ?? at).fieldPath, renderQuantity(quantity)];
  const most = `${name} limit of ${renderQuantity(limit.quantity)}`;
  if (difference !== 0 && !isOvercommitAllowed(name)) to.invalid('resources/request-not-limit', at, `must be equal to ${most}`, { field, value });
  else if (difference > 0) to.invalid('resources/request-above-limit', at, `must be less than or equal to ${most}`, { field, value });
}

const isComputeResource = (name: string): boolean => name === 'cpu' || name === 'memory';

function validateHugePagesAlone(requirements: Cursor<ResourceRequirements>, amounts: readonly ResourceAmount[], to: Refusals): void {
  if (requirements.isOpen || requirements.get('limits').isOpen || requirements.get('requests').isOpen) return;
  if (!amounts.some(({ name }) => isHugePages(name)) || amounts.some(({ name }) => isComputeResource(name))) return;
  to.forbidden('resources/huge-pages-alone', requirements, 'HugePages require cpu or memory');
}

/** How limits and requests are checked: those of a container differ from those of a whole pod. */
export interface ResourceRules {
  validateName(amount: ResourceAmount, to: Refusals): void;
  /** The server sets requests that are not written to the limits: in a Pod, not in the template of one. */
  readonly defaultsRequests: boolean;
}

/** Requests as the server holds them. */
export function readRequests(requirements: Cursor<ResourceRequirements>, defaultsRequests: boolean): readonly ResourceAmount[] {
  const requests = requirements.get('requests');
  const written = readResourceList(requests);
  if (!defaultsRequests || requests.isOpen) return written;
  const names = new Set(written.map(({ name }) => name));
  const missing = readResourceList(requirements.get('limits')).filter(({ name }) => !names.has(name));
  return [...written, ...missing.map(amount => ({ ...amount, field: `${requests.fieldPath}[${amount.name}]` }))];
}

/** Limits and requests of a container, or of a whole pod (`validateResourceRequirements`). */
export function validateResourceRequirements(requirements: Cursor<ResourceRequirements>, to: Refusals, rules: ResourceRules): void {
  const limits = requirements.get('limits');
  const limited = readResourceList(limits);
  const requested = readRequests(requirements, rules.defaultsRequests);
  for (const amount of [...limited, ...requested]) {
    rules.validateName(amount, to);
    validateResourceQuantityValue(amount, to);
    validateHugePages(amount, to);
  }
  const limitOf = new Map(limited.map(amount => [amount.name, amount]));
  for (const amount of requested) validateRequest(amount, limitOf.get(amount.name), limits, to);
  validateHugePagesAlone(requirements, [...limited, ...requested], to);
}
