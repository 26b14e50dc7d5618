import type { Pod, PodSpec, PodTemplate, PodTemplateSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123LabelFaults, dns1123SubdomainFaults } from '../../formats.ts';
import { isSet, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext, ValidatorTable } from '../../validator.ts';
import { warnOfContainers } from '../container/container-warnings.ts';
import { validateContainers } from '../container/containers.ts';
import { validateTemplateMetadata } from '../meta/labels.ts';
import { hasAnnotations, validatePodAnnotations, validateProfileAnnotations, warnOfAnnotations } from './pod-annotations.ts';
import type { PodContext } from './pod-context.ts';
import { validatePodSettings } from './pod-settings.ts';
import { validateVolumes } from '../storage/volumes.ts';

/** The spec of a pod (`ValidatePodSpec`), with the annotations that it knows, and warnings. */
export function validatePodSpec(spec: Cursor<PodSpec>, to: Refusals, context: PodContext): void {
  const isAnnotated = hasAnnotations(context);
  if (isAnnotated) validatePodAnnotations(spec, to, context);
  validateVolumes(spec, to, context);
  validateContainers(spec, to, context);
  validatePodSettings(spec, to, context);
  if (isAnnotated) validateProfileAnnotations(spec, to, context);
  if (isAnnotated) warnOfAnnotations(spec, to, context);
  warnOfContainers(spec, to, context);
}

/** What a workload tells of its template. */
export type TemplateContext = AdmissionContext & Pick<PodContext, 'claimTemplates'>;

/**
 * The template of a workload (`ValidatePodTemplateSpec`): labels, annotations, and the spec that its pods get. What the workload demands of
 * it beyond that (matching labels, restart policies) is the workload's own check.
 */
export function validatePodTemplate(template: Cursor<PodTemplateSpec>, to: Refusals, context: TemplateContext): void {
  const spec = template.get('spec');
  validateTemplateMetadata(template, to);
  validatePodSpec(spec, to, { ...context, metadata: template.get('metadata'), isTemplate: true });
  const ephemeral = spec.get('ephemeralContainers');
  if (isSet(ephemeral)) to.forbidden('pod/ephemeral-containers', ephemeral, 'ephemeral containers not allowed in pod template');
}

/** What holds for a Pod when it is created (`ValidatePodCreate`). */
function validatePodCreate(spec: Cursor<PodSpec>, to: Refusals): void {
  const [ephemeral, node] = [spec.get('ephemeralContainers'), spec.get('nodeName')];
  if (isSet(ephemeral)) to.forbidden('pod/ephemeral-containers', ephemeral, 'cannot be set on create');
  if (!isSet(node) || !isSet(spec.get('schedulingGates'))) return;
  to.forbidden('pod/node-name-gated', node, 'cannot be set until all schedulingGates have been cleared', { since: 27 });
}

/** The name becomes the host name of the pod, where it is cut or loses its dots. */
function warnOfName(at: Cursor<string>, to: Refusals): void {
  const name = textOf(at);
  const faults = name === undefined || dns1123SubdomainFaults(name).length > 0 ? [] : dns1123LabelFaults(name);
  if (faults.length === 0) return;
  const advice = "this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended";
  to.warn('pod/name-warning', at, `metadata.name: ${advice}: [${faults.join(' ')}]`, { since: 27 });
}

export const POD_VALIDATORS: ValidatorTable = {
  '/Pod': {
    validate(object, to, context) {
      const pod = object.as<Pod>();
      const spec = pod.get('spec');
      validatePodSpec(spec, to, { ...context, metadata: pod.get('metadata'), isTemplate: false });
      validatePodCreate(spec, to);
      warnOfName(pod.get('metadata').get('name'), to);
    },
  },
  '/PodTemplate': {
    validate(object, to, context) {
      validatePodTemplate(object.as<PodTemplate>().get('template'), to, context);
    },
  },
};
