import type { ValidatorTable } from '../../validator.ts';
import { ADMISSION_POLICY_BINDING } from './admission-policy-binding.ts';
import { ADMISSION_POLICY } from './admission-policy.ts';
import { WEBHOOK_CONFIGURATION } from './webhook.ts';

export const ADMISSIONREGISTRATION_VALIDATORS: ValidatorTable = {
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': WEBHOOK_CONFIGURATION,
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': WEBHOOK_CONFIGURATION,
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy': ADMISSION_POLICY,
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding': ADMISSION_POLICY_BINDING,
};
