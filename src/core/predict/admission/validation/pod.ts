import type { Pod, PodSpec, PodTemplateSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../yaml/cursor.ts';
import type { Refusals } from '../refusals.ts';
import type { AdmissionContext, ValidatorTable } from '../validator.ts';
import { validateContainers } from './containers.ts';
import { validateTemplateMetadata } from './labels.ts';
import type { PodContext } from './pod-context.ts';
import { validatePodSettings } from './pod-settings.ts';
import { validateVolumes } from './volumes.ts';

/** The spec of a pod (`ValidatePodSpec`), warnings included. */
export function validatePodSpec(spec: Cursor<PodSpec>, to: Refusals, context: PodContext): void {
  validateVolumes(spec, to, context);
  validateContainers(spec, to, context);
  validatePodSettings(spec, to, context);
}

/**
 * The template of a workload (`ValidatePodTemplateSpec`): labels, annotations, and the spec that its pods get. What the workload demands of
 * it beyond that (matching labels, restart policies) is the workload's own check.
 */
export function validatePodTemplate(template: Cursor<PodTemplateSpec>, to: Refusals, context: AdmissionContext): void {
  validateTemplateMetadata(template, to);
  validatePodSpec(template.get('spec'), to, { ...context, metadata: template.get('metadata'), isTemplate: true });
}

export const POD_VALIDATORS: ValidatorTable = {
  '/Pod': {
    validate(object, to, context) {
      const pod = object.as<Pod>();
      validatePodSpec(pod.get('spec'), to, { ...context, metadata: pod.get('metadata'), isTemplate: false });
    },
  },
};
