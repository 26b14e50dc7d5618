import type { ParamRef, ValidatingAdmissionPolicyBindingSpec } from 'kubernetes-types/admissionregistration/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123SubdomainFaults, pathSegmentFaults } from '../../formats.ts';
import { isEmpty, isSet, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { KindValidator } from '../../validator.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { validateMatchResources } from './match-resources.ts';
import { refuseDuplicates, refuseFaults, requireField } from '../meta/text.ts';
import { warnOfStaticName } from './webhook.ts';

const ACTIONS = ['Audit', 'Deny', 'Warn'];

/** `validateParamRef`: the objects of parameters, by a name or by labels. */
function validateParamRef(ref: Cursor<ParamRef>, to: Refusals): void {
  if (!ref.isPresent) return;
  const [name, selector, action] = [ref.get('name'), ref.get('selector'), ref.get('parameterNotFoundAction')];
  const both = 'name and selector are mutually exclusive';
  refuseFaults(name, to, { check: 'admission-policy/param-ref' }, pathSegmentFaults);
  const hasBoth = isSet(name) && selector.isPresent && !ref.isOpen;
  if (hasBoth) to.forbidden('admission-policy/param-ref', name, both);
  validateLabelSelector(selector, to);
  if (hasBoth) to.forbidden('admission-policy/param-ref', selector, both);
  if (isEmpty(name) && selector.isAbsent) to.required('admission-policy/param-ref-required', ref, 'one of name or selector must be specified');
  if (requireField(action, to, { check: 'admission-policy/param-ref-required' })) return;
  const text = textOf(action);
  if (text !== undefined && text !== 'Deny' && text !== 'Allow') to.notSupported('admission-policy/param-ref-action-unsupported', action, ['Deny', 'Allow']);
}

function validateValidationActions(actions: Cursor<string[]>, to: Refusals): void {
  const texts = actions.items().map(textOf);
  for (const action of actions.items()) {
    const text = textOf(action);
    if (text !== undefined && !ACTIONS.includes(text)) to.notSupported('admission-policy/action-unsupported', action, ACTIONS, { value: text });
  }
  refuseDuplicates(actions, actions.items(), to, 'admission-policy/action-duplicated');
  if (texts.includes('Deny') && texts.includes('Warn')) {
    const detail = 'must not contain both Deny and Warn (repeating the same validation failure information in the API response and headers serves no purpose)';
    to.invalid('admission-policy/actions-conflict', actions, detail);
  }
  if (isEmpty(actions)) to.required('admission-policy/actions-required', actions, 'at least one validation action is required');
}

/** `validateValidatingAdmissionPolicyBinding`. */
export const ADMISSION_POLICY_BINDING: KindValidator = {
  scope: 'Cluster',
  validate(object, to) {
    const spec = object.get('spec').as<ValidatingAdmissionPolicyBindingSpec>();
    if (!requireField(spec.get('policyName'), to, { check: 'admission-policy/binding-required' })) {
      refuseFaults(spec.get('policyName'), to, { check: 'admission-policy/policy-name' }, dns1123SubdomainFaults);
    }
    validateParamRef(spec.get('paramRef'), to);
    validateMatchResources(spec.get('matchResources'), to);
    validateValidationActions(spec.get('validationActions'), to);
    warnOfStaticName(object.get('metadata').get('name'), to);
  },
};
