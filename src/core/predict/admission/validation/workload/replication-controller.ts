import type { ReplicationController } from 'kubernetes-types/core/v1.d.ts';
import { readMapSelector } from '../../../../model/selector.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { isEmpty } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext } from '../../validator.ts';
import { validateLabels } from '../meta/labels.ts';
import { validateNonnegative } from '../meta/nonnegative.ts';
import { validatePodTemplate } from '../pod/pod.ts';
import { validateMatch, validateRunsForever, warnOfName } from './workload.ts';

/** `ValidateReplicationController`: labels and selector come from the template where they are absent (S-009). */
export function validateReplicationController(controller: Cursor<ReplicationController>, to: Refusals, context: AdmissionContext): void {
  const spec = controller.get('spec');
  const [selector, template] = [spec.get('selector'), spec.get('template')];
  const labels = template.get('metadata').get('labels');
  validateNonnegative('workload/negative-number', spec.get('minReadySeconds'), to);
  if (isEmpty(controller.get('metadata').get('labels'))) validateLabels(labels, to, { field: 'metadata.labels' });
  if (isEmpty(selector) && isEmpty(labels)) to.required('workload/selector-required', selector);
  validateNonnegative('workload/negative-number', spec.get('replicas'), to);
  if (template.isAbsent) to.required('apps/template-required', template);
  else {
    if (!isEmpty(selector)) validateMatch(readMapSelector(selector), template, to);
    validatePodTemplate(template, to, context);
    validateRunsForever(template, to, 'ReplicationController');
  }
  warnOfName(controller.get('metadata'), to);
}
