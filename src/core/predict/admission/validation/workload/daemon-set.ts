import type { DaemonSet, DaemonSetUpdateStrategy } from 'kubernetes-types/apps/v1.d.ts';
import { readLabelSelector } from '../../../../model/selector.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext } from '../../validator.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { validateNonnegative } from '../meta/nonnegative.ts';
import { validatePodTemplate } from '../pod/pod.ts';
import { validateRollingUpdateOfDaemonSet } from './rolling-update.ts';
import { refuseLabels, validateMatch, validateNotEmpty, validateRunsForever } from './workload.ts';

/** `ValidateDaemonSet`. */
export function validateDaemonSet(daemonSet: Cursor<DaemonSet>, to: Refusals, context: AdmissionContext): void {
  const spec = daemonSet.get('spec');
  validateSelector(spec, to);
  validatePodTemplate(spec.get('template'), to, context);
  validateRunsForever(spec.get('template'), to, 'DaemonSet');
  validateNonnegative('workload/negative-number', spec.get('minReadySeconds'), to);
  validateUpdateStrategy(spec.get('updateStrategy'), to);
  validateNonnegative('workload/negative-number', spec.get('revisionHistoryLimit'), to);
}

/** An absent selector is not called missing: it selects nothing, the pods of the template neither (S-009). */
function validateSelector(spec: Cursor<NonNullable<DaemonSet['spec']>>, to: Refusals): void {
  const selector = spec.get('selector');
  if (selector.isAbsent) {
    refuseLabels(spec.get('template'), to, 'workload/selector-matches-nothing');
    return;
  }
  const isReadable = validateLabelSelector(selector, to);
  validateMatch(readLabelSelector(selector), spec.get('template'), to.withheld(!isReadable));
  validateNotEmpty(selector, to, 'daemonset');
}

/** The server names the whole strategy where its type is wrong (`ValidateDaemonSetUpdateStrategy`). */
function validateUpdateStrategy(strategy: Cursor<DaemonSetUpdateStrategy>, to: Refusals): void {
  const type = textOf(strategy.get('type'));
  if (type === '' || type === 'RollingUpdate') validateRollingUpdateOfDaemonSet(strategy.get('rollingUpdate'), to);
  else if (type !== undefined && type !== 'OnDelete') to.notSupported('apps/strategy-unsupported', strategy, ['RollingUpdate', 'OnDelete']);
}
