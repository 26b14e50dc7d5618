import type { Pod, PodSpec, PodTemplateSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../yaml/cursor.ts';
import { isSet } from '../read.ts';
import { Refusals } from '../refusals.ts';
import type { AdmissionContext, ValidatorTable } from '../validator.ts';
import { warnOfContainers } from './container-warnings.ts';
import { validateContainers } from './containers.ts';
import { validateTemplateMetadata } from './labels.ts';
import { hasAnnotations, validatePodAnnotations, validateProfileAnnotations, warnOfProfileAnnotations } from './pod-annotations.ts';
import type { PodContext } from './pod-context.ts';
import { validatePodSettings } from './pod-settings.ts';
import { validateVolumes } from './volumes.ts';

/** The spec of a pod (`ValidatePodSpec`), with the annotations that it knows, and warnings. */
export function validatePodSpec(spec: Cursor<PodSpec>, to: Refusals, context: PodContext): void {
  const isAnnotated = hasAnnotations(context);
  if (isAnnotated) validatePodAnnotations(spec, to, context);
  validateVolumes(spec, to, context);
  validateContainers(spec, to, context);
  validatePodSettings(spec, to, context);
  if (isAnnotated) validateProfileAnnotations(spec, to, context);
  if (isAnnotated) warnOfProfileAnnotations(spec, to, context);
  warnOfContainers(spec, to, context);
}

function contextOf(template: Cursor<PodTemplateSpec>, context: AdmissionContext): PodContext {
  return { ...context, metadata: template.get('metadata'), isTemplate: true };
}

/**
 * The template of a workload (`ValidatePodTemplateSpec`): labels, annotations, and the spec that its pods get. What the workload demands of
 * it beyond that (matching labels, restart policies) is the workload's own check.
 */
export function validatePodTemplate(template: Cursor<PodTemplateSpec>, to: Refusals, context: AdmissionContext): void {
  const spec = template.get('spec');
  validateTemplateMetadata(template, to);
  validatePodSpec(spec, to, contextOf(template, context));
  const ephemeral = spec.get('ephemeralContainers');
  if (isSet(ephemeral)) to.forbidden('pod/ephemeral-containers', ephemeral, 'ephemeral containers not allowed in pod template');
}

/**
 * The template of a StatefulSet, whose spec the server does not check before it makes pods of it: labels and annotations are checked, and it
 * warns of the rest as of any template.
 */
export function validateUncheckedPodTemplate(template: Cursor<PodTemplateSpec>, to: Refusals, context: AdmissionContext): void {
  validateTemplateMetadata(template, to);
  const podContext = contextOf(template, context);
  if (hasAnnotations(podContext)) validatePodAnnotations(template.get('spec'), to, podContext);
  const all = new Refusals(to.minors);
  validatePodSpec(template.get('spec'), all, podContext);
  to.warnings.push(...all.warnings);
}

/** What holds for a Pod when it is created (`ValidatePodCreate`). */
function validatePodCreate(spec: Cursor<PodSpec>, to: Refusals): void {
  const [ephemeral, node] = [spec.get('ephemeralContainers'), spec.get('nodeName')];
  if (isSet(ephemeral)) to.forbidden('pod/ephemeral-containers', ephemeral, 'cannot be set on create');
  if (!isSet(node) || !isSet(spec.get('schedulingGates'))) return;
  to.forbidden('pod/node-name-gated', node, 'cannot be set until all schedulingGates have been cleared', { since: 27 });
}

export const POD_VALIDATORS: ValidatorTable = {
  '/Pod': {
    validate(object, to, context) {
      const pod = object.as<Pod>();
      const spec = pod.get('spec');
      validatePodSpec(spec, to, { ...context, metadata: pod.get('metadata'), isTemplate: false });
      validatePodCreate(spec, to);
    },
  },
};
