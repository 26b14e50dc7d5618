import type { CustomResourceDefinitionSpec } from 'kubernetes-types/apiextensions/v1.d.ts';
import { readUrl } from '../../../../model/url.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123SubdomainFaults } from '../../formats.ts';
import { booleanOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { KindValidator } from '../../validator.ts';
import { validateConversion } from './crd-conversion.ts';
import { validateNames } from './crd-names.ts';
import { hasDefaults } from './crd-schema-parts.ts';
import { validateVersions } from './crd-versions.ts';
import { refuseUnsupported, requireField } from '../meta/text.ts';

type Spec = Cursor<CustomResourceDefinitionSpec>;

/** The name is the plural and the group. */
function validateName(name: Cursor, spec: Spec, to: Refusals): void {
  const [text, plural, group] = [textOf(name), textOf(spec.get('names').get('plural')), textOf(spec.get('group'))];
  if (text === undefined || text === '' || plural === undefined || group === undefined) return;
  if (text !== `${plural}.${group}`) to.invalid('crd/name', name, 'must be spec.names.plural+"."+spec.group');
}

function validateGroup(group: Cursor<string>, to: Refusals): void {
  const text = textOf(group);
  if (requireField(group, to, { check: 'crd/group-required' }) || text === undefined) return;
  const faults = dns1123SubdomainFaults(text);
  if (faults.length > 0) to.invalid('crd/group', group, faults.join(','));
  else if (!text.includes('.')) to.invalid('crd/group', group, 'should be a domain with at least one dot');
}

const APPROVAL = 'api-approved.kubernetes.io';

const isProtected = (group: string): boolean => /(?:^|\.)(?:k8s|kubernetes)\.io$/.test(group);

function isApproved(text: string): boolean {
  const url = readUrl(text);
  return text.startsWith('unapproved') || (typeof url !== 'string' && url.host !== '' && url.scheme !== '');
}

/** Groups of the Kubernetes project are for what it has approved (`validateAPIApproval`). */
function validateApproval(object: Cursor, group: Cursor<string>, to: Refusals): void {
  const approval = object.get('metadata').get('annotations').get(APPROVAL);
  const text = textOf(approval);
  if (text === undefined || !isProtected(textOf(group) ?? '')) return;
  const options = { field: `metadata.annotations[${APPROVAL}]` };
  const [wanted, page] = [`protected groups must have approval annotation "${APPROVAL}"`, 'see https://github.com/kubernetes/enhancements/pull/1111'];
  if (text === '') to.required('crd/approval-required', approval, `${wanted}, ${page}`, options);
  else if (!isApproved(text)) to.invalid('crd/approval', approval, `${wanted} with either a URL or a reason starting with "unapproved", ${page}`, options);
}

function validatePreserveUnknownFields(spec: Spec, to: Refusals): void {
  const field = spec.get('preserveUnknownFields');
  if (booleanOf(field) !== true) return;
  if (hasDefaults(spec)) to.invalid('crd/preserve-unknown-fields', field, 'must be false in order to use defaults in the schema');
  const instead = 'cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead';
  to.invalid('crd/preserve-unknown-fields', field, instead);
}

/** `ValidateCustomResourceDefinition`. */
export const CUSTOM_RESOURCE_DEFINITION: KindValidator = {
  versions: ['v1'],
  scope: 'Cluster',
  validate(object, to, context) {
    const spec = object.get('spec').as<CustomResourceDefinitionSpec>();
    validateName(object.get('metadata').get('name'), spec, to);
    validateGroup(spec.get('group'), to);
    if (!requireField(spec.get('scope'), to, { check: 'crd/scope-required' })) {
      refuseUnsupported(spec.get('scope'), to, { check: 'crd/scope-unsupported' }, ['Cluster', 'Namespaced']);
    }
    validateVersions(spec, to, context);
    validateNames(spec.get('names'), to);
    validateConversion(spec, to);
    validateApproval(object, spec.get('group'), to);
    validatePreserveUnknownFields(spec, to);
  },
};
