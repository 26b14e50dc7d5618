import type { StorageClass } from 'kubernetes-types/storage/v1.d.ts';
import type { TopologySelectorLabelRequirement, TopologySelectorTerm } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { valueOf } from '../../../../yaml/field.ts';
import { stableText } from '../../../../yaml/to-value.ts';
import { byteLength, qualifiedNameFaults } from '../../formats.ts';
import { countOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateLabelName, warnOfNodeLabel } from '../pod/node-selector.ts';
import { refuseDuplicates, refuseFaults, refuseUnsupported, requireField } from '../meta/text.ts';

const MOST_PARAMETERS = 512;
const MOST_PARAMETER_BYTES = 256 * 1024;

function validateParameters(parameters: Cursor<Readonly<Record<string, string>>>, to: Refusals): void {
  if ((countOf(parameters) ?? 0) > MOST_PARAMETERS) {
    to.tooLong('storage/parameters', parameters, MOST_PARAMETERS);
    return;
  }
  let bytes = 0;
  for (const { key, value } of parameters.entries()) {
    if (key === '') to.invalid('storage/parameters', value, 'field can not be empty.', { field: parameters.fieldPath, value: key });
    bytes += byteLength(key) + byteLength(textOf(value) ?? '');
  }
  if (bytes > MOST_PARAMETER_BYTES) to.tooLong('storage/parameters', parameters, MOST_PARAMETER_BYTES);
}

function validateTopologyRequirement(requirement: Cursor<TopologySelectorLabelRequirement>, to: Refusals): void {
  const [key, values] = [requirement.get('key'), requirement.get('values')];
  requireField(values, to, { check: 'storage/topology-required' });
  refuseDuplicates(values, values.items(), to, 'storage/topology-duplicated');
  validateLabelName(key, to);
  warnOfNodeLabel(key, textOf(key), to, false);
}

/** Terms that say the same, whatever the order of keys and values. */
function meaningOf(term: Cursor<TopologySelectorTerm>): string | undefined {
  const expressions = term.get('matchLabelExpressions');
  const parts = expressions.items().map(requirement => {
    const values = requirement
      .get('values')
      .items()
      .map(value => textOf(value));
    const key = textOf(requirement.get('key'));
    return key === undefined || values.includes(undefined) ? undefined : `${key}=${stableText([...values].sort().map(String))}`;
  });
  return expressions.isOpen || parts.includes(undefined) ? undefined : parts.sort().join(';');
}

/** Where volumes may be made (`validateAllowedTopologies`). */
function validateAllowedTopologies(topologies: Cursor<TopologySelectorTerm[]>, to: Refusals): void {
  const seen = new Set<string>();
  for (const term of topologies.items()) {
    const expressions = term.get('matchLabelExpressions');
    for (const requirement of expressions.items()) validateTopologyRequirement(requirement, to);
    refuseDuplicates(
      expressions,
      expressions.items().map(requirement => requirement.get('key')),
      to,
      'storage/topology-duplicated',
    );
    const meaning = meaningOf(term);
    if (meaning === undefined || topologies.isOpen) continue;
    if (seen.has(meaning)) to.duplicate('storage/topology-duplicated', expressions, { value: '' });
    seen.add(meaning);
  }
}

export function validateStorageClass(storageClass: Cursor<StorageClass>, to: Refusals): void {
  const provisioner = storageClass.get('provisioner');
  requireField(provisioner, to, { check: 'storage/provisioner-required' });
  refuseFaults(provisioner, to, { check: 'storage/provisioner' }, name => qualifiedNameFaults(name.toLowerCase()));
  validateParameters(storageClass.get('parameters'), to);
  const policy = storageClass.get('reclaimPolicy');
  if (valueOf(policy.string()) !== '') refuseUnsupported(policy, to, { check: 'storage/reclaim-policy-unsupported' }, ['Delete', 'Retain']);
  refuseUnsupported(storageClass.get('volumeBindingMode'), to, { check: 'storage/binding-mode-unsupported' }, ['Immediate', 'WaitForFirstConsumer']);
  validateAllowedTopologies(storageClass.get('allowedTopologies'), to);
}
