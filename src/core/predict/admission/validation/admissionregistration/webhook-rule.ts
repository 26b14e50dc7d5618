import type { Cursor } from '../../../../yaml/cursor.ts';
import { pathSegmentFaults } from '../../formats.ts';
import { isEmpty, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { refuseDuplicates, refuseFaults, refuseUnsupported, requireField } from '../meta/text.ts';

const OPERATIONS = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];

export interface RuleWithOperations {
  readonly operations?: string[];
  readonly apiGroups?: string[];
  readonly apiVersions?: string[];
  readonly resources?: string[];
  readonly scope?: string;
}

export interface NamedRule extends RuleWithOperations {
  readonly resourceNames?: string[];
}

const textsOf = (list: Cursor<string[]>): readonly (string | undefined)[] => list.items().map(textOf);

/** Refuses a list that names other things beside `*`, which stands for all. */
function refuseBesideWildcard(list: Cursor<string[]>, to: Refusals, others: string): void {
  const texts = textsOf(list);
  if (texts.length > 1 && texts.includes('*')) to.invalid('webhook/rule-wildcard', list, `if '*' is present, must not specify other ${others}`);
}

function requireList(list: Cursor<string[]>, to: Refusals): void {
  if (isEmpty(list)) to.required('webhook/rule-required', list);
}

/** `validateRuleWithOperations`: which operations on which resources are sent. */
export function validateRuleWithOperations(rule: Cursor<RuleWithOperations>, to: Refusals): void {
  const [operations, groups, versions] = [rule.get('operations'), rule.get('apiGroups'), rule.get('apiVersions')];
  requireList(operations, to);
  refuseBesideWildcard(operations, to, 'operations');
  for (const operation of operations.items()) {
    const text = textOf(operation);
    if (text !== undefined && !OPERATIONS.includes(text)) to.notSupported('webhook/operation-unsupported', operation, OPERATIONS, { value: text });
  }
  requireList(groups, to);
  refuseBesideWildcard(groups, to, 'API groups');
  requireList(versions, to);
  refuseBesideWildcard(versions, to, 'API versions');
  for (const version of versions.items()) requireField(version, to, { check: 'webhook/rule-required' });
  validateResources(rule.get('resources'), to);
  refuseUnsupported(rule.get('scope'), to, { check: 'webhook/scope-unsupported' }, ['*', 'Cluster', 'Namespaced']);
}

/** `validateResources`: a wildcard of either side leaves nothing to add. */
function validateResources(resources: Cursor<string[]>, to: Refusals): void {
  requireList(resources, to);
  const texts = textsOf(resources);
  const [wildSubresources, wildResources] = [new Set<string>(), new Set<string>()];
  let namesPlain = false;
  for (const [index, resource] of resources.items().entries()) {
    const text = texts[index];
    if (text === '') to.required('webhook/rule-required', resource);
    if (text === undefined || text === '') continue;
    const [name = '', subresource] = splitOnce(text);
    if (subresource === undefined) {
      namesPlain = text !== '*';
      continue;
    }
    if (wildSubresources.has(name)) to.invalid('webhook/rule-wildcard', resource, `if '${name}/*' is present, must not specify ${text}`);
    if (wildResources.has(subresource)) to.invalid('webhook/rule-wildcard', resource, `if '*/${subresource}' is present, must not specify ${text}`);
    if (subresource === '*') wildSubresources.add(name);
    if (name === '*') wildResources.add(subresource);
  }
  if (texts.length > 1 && texts.includes('*/*')) to.invalid('webhook/rule-wildcard', resources, "if '*/*' is present, must not specify other resources");
  // The server looks at the last resource without subresource only.
  if (texts.includes('*') && namesPlain && texts.every(text => text !== undefined)) {
    to.invalid('webhook/rule-wildcard', resources, "if '*' is present, must not specify other resources without subresources");
  }
}

function splitOnce(text: string): readonly [string, string?] {
  const at = text.indexOf('/');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** `validateNamedRuleWithOperations`: a rule of an admission policy, which may be for certain names alone. */
export function validateNamedRule(rule: Cursor<NamedRule>, to: Refusals): void {
  const names = rule.get('resourceNames');
  for (const name of names.items()) refuseFaults(name, to, { check: 'webhook/resource-name' }, pathSegmentFaults);
  refuseDuplicates(names, names.items(), to, 'webhook/resource-name-duplicated');
  validateRuleWithOperations(rule, to);
}
