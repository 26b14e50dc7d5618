import type { ResourceQuotaSpec, ScopedResourceSelectorRequirement } from 'kubernetes-types/core/v1.d.ts';
import { isWhole, renderQuantity } from '../../../../model/quantity.ts';
import type { Cursor, Entry } from '../../../../yaml/cursor.ts';
import { isPlaceholder } from '../../../../yaml/mask.ts';
import { toValue } from '../../../../yaml/to-value.ts';
import { isEmpty, isSet, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { KindValidator } from '../../validator.ts';
import { amountOf } from '../container/resource-amount.ts';
import { isIntegerResource, isQuotaHugePages, isStandardQuotaResource, resourceNameFaults } from '../container/resource-names.ts';

const POD_COUNT = ['pods'];
const POD_RESOURCES = [...POD_COUNT, 'cpu', 'memory', 'limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory'];
const CLAIM_RESOURCES = ['persistentvolumeclaims', 'requests.storage'];

/** Which resources a scope counts; of a scope that is none of these, any. */
const RESOURCES_OF_SCOPE: ReadonlyMap<string, readonly string[]> = new Map([
  ['Terminating', POD_RESOURCES],
  ['NotTerminating', POD_RESOURCES],
  ['BestEffort', POD_COUNT],
  ['NotBestEffort', POD_RESOURCES],
  ['PriorityClass', POD_RESOURCES],
  ['CrossNamespacePodAffinity', POD_RESOURCES],
  ['VolumeAttributesClass', CLAIM_RESOURCES],
]);

/** Scopes that a pod is in or not: there is no value to compare. */
const PLAIN_SCOPES: ReadonlySet<string> = new Set(['BestEffort', 'NotBestEffort', 'Terminating', 'NotTerminating', 'CrossNamespacePodAffinity']);

const CONFLICTS = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
];

const nameFaults = (name: string): readonly string[] => {
  const faults = resourceNameFaults(name);
  return name.includes('/') || isStandardQuotaResource(name) || isQuotaHugePages(name) ? faults : [...faults, 'must be a standard resource for quota'];
};

/** One limit: its name, and an amount that is not negative, and whole for what is counted. */
function validateHardLimit({ key, value }: Entry<unknown>, to: Refusals): void {
  if (isPlaceholder(key)) return;
  for (const fault of nameFaults(key)) to.invalid('quota/resource-name', value, fault, { value: key });
  const quantity = amountOf(value);
  if (!quantity) return;
  if (quantity.nanos < 0n) to.invalid('quota/amount', value, 'must be greater than or equal to 0', { value: renderQuantity(quantity) });
  if (isIntegerResource(key) && !isWhole(quantity)) to.invalid('quota/amount', value, 'must be an integer', { value: renderQuantity(quantity) });
}

/** Standard resources of the quota that a scope does not count. */
function uncounted(scope: string, spec: Cursor<ResourceQuotaSpec>): number {
  const counted = RESOURCES_OF_SCOPE.get(scope);
  if (!counted) return 0;
  const names = spec
    .get('hard')
    .entries()
    .map(({ key }) => key);
  return names.filter(name => (isStandardQuotaResource(name) || isQuotaHugePages(name)) && !counted.includes(name)).length;
}

const inConflict = (scopes: ReadonlySet<string>): number => CONFLICTS.filter(pair => pair.every(scope => scopes.has(scope))).length;

/** `validateResourceQuotaScopes`: all is told of the whole list. */
function validateScopes(spec: Cursor<ResourceQuotaSpec>, to: Refusals): void {
  const scopes = spec.get('scopes');
  const texts = scopes.items().flatMap(scope => textOf(scope) ?? []);
  for (const text of texts) {
    if (!RESOURCES_OF_SCOPE.has(text)) to.invalid('quota/scope', scopes, 'unsupported scope');
    for (let left = uncounted(text, spec); left > 0; left--) to.invalid('quota/scope-resource', scopes, 'unsupported scope applied to resource');
  }
  if (scopes.isOpen) return;
  for (let left = inConflict(new Set(texts)); left > 0; left--) to.invalid('quota/scopes-conflict', scopes, 'conflicting scopes');
}

/** `validateScopedResourceSelectorRequirement`: the server names the fields without the number of the expression. */
function validateScopeRequirement(requirement: Cursor<ScopedResourceSelectorRequirement>, spec: Cursor<ResourceQuotaSpec>, to: Refusals): void {
  const expressions = spec.get('scopeSelector').get('matchExpressions');
  const field = (name: string): string => `${expressions.fieldPath}.${name}`;
  const [scope, operator, values] = [textOf(requirement.get('scopeName')), textOf(requirement.get('operator')), requirement.get('values')];
  if (scope !== undefined && !RESOURCES_OF_SCOPE.has(scope)) {
    to.invalid('quota/scope', requirement.get('scopeName'), 'unsupported scope', { field: field('scopeName'), value: scope });
  }
  for (let left = scope === undefined ? 0 : uncounted(scope, spec); left > 0; left--) {
    to.invalid('quota/scope-resource', expressions, 'unsupported scope applied to resource', { value: toValue(spec.get('scopeSelector'), 1000) });
  }
  if (operator === undefined) return;
  if (scope !== undefined && PLAIN_SCOPES.has(scope) && operator !== 'Exists') {
    const detail =
      "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity";
    to.invalid('quota/scope-operator', requirement.get('operator'), detail, { field: field('operator'), value: operator });
  }
  validateScopeValues({ operator, values, requirement }, field, to);
}

interface ScopeValues {
  readonly operator: string;
  readonly values: Cursor<string[]>;
  readonly requirement: Cursor<ScopedResourceSelectorRequirement>;
}

function validateScopeValues({ operator, values, requirement }: ScopeValues, field: (name: string) => string, to: Refusals): void {
  if (operator === 'In' || operator === 'NotIn') {
    const detail = "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector";
    if (isEmpty(values)) to.required('quota/scope-values-required', values, detail, { field: field('values') });
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    const detail = "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector";
    if (isSet(values)) to.invalid('quota/scope-values', values, detail, { field: field('values') });
  } else to.invalid('quota/scope-operator', requirement.get('operator'), 'not a valid selector operator', { field: field('operator'), value: operator });
}

/** `ValidateResourceQuotaSpec`. */
function validateSpec(spec: Cursor<ResourceQuotaSpec>, to: Refusals): void {
  for (const entry of spec.get('hard').entries()) validateHardLimit(entry, to);
  validateScopes(spec, to);
  const expressions = spec.get('scopeSelector').get('matchExpressions');
  for (const requirement of expressions.items()) validateScopeRequirement(requirement, spec, to);
  if (expressions.isOpen) return;
  const scopes = new Set(expressions.items().flatMap(requirement => textOf(requirement.get('scopeName')) ?? []));
  // The server repeats the other list of scopes here.
  const value = toValue(spec.get('scopes'), 1000) ?? null;
  for (let left = inConflict(scopes); left > 0; left--) to.invalid('quota/scopes-conflict', expressions, 'conflicting scopes', { value });
}

export const RESOURCE_QUOTA: KindValidator = {
  validate(object, to) {
    validateSpec(object.get('spec').as<ResourceQuotaSpec>(), to);
  },
};
