import type { Deployment, DeploymentSpec, DeploymentStrategy, ReplicaSet } from 'kubernetes-types/apps/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { numberOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext } from '../../validator.ts';
import { validateNonnegative } from '../meta/nonnegative.ts';
import { validatePodTemplate } from '../pod/pod.ts';
import { validateRollingUpdateOfDeployment } from './rolling-update.ts';
import { validateRunsForever, validateSelector, warnOfName } from './workload.ts';

const PROGRESS_DEADLINE_BY_DEFAULT = 600;

/** `ValidateDeployment`. */
export function validateDeployment(deployment: Cursor<Deployment>, to: Refusals, context: AdmissionContext): void {
  const spec = deployment.get('spec');
  validateNonnegative('workload/negative-number', spec.get('replicas'), to);
  validateSelectorAndTemplate(spec, to, context);
  validateStrategy(spec.get('strategy'), to);
  validateNonnegative('workload/negative-number', spec.get('minReadySeconds'), to);
  validateNonnegative('workload/negative-number', spec.get('revisionHistoryLimit'), to);
  validateProgressDeadline(spec, to);
  warnOfName(deployment.get('metadata'), to);
}

/** `ValidateReplicaSet`: its messages call it a deployment where it shares them (S-009). */
export function validateReplicaSet(replicaSet: Cursor<ReplicaSet>, to: Refusals, context: AdmissionContext): void {
  const spec = replicaSet.get('spec');
  validateNonnegative('workload/negative-number', spec.get('replicas'), to);
  validateNonnegative('workload/negative-number', spec.get('minReadySeconds'), to);
  validateSelectorAndTemplate(spec, to, context);
  warnOfName(replicaSet.get('metadata'), to);
}

function validateSelectorAndTemplate(spec: Cursor<Pick<DeploymentSpec, 'selector' | 'template'>>, to: Refusals, context: AdmissionContext): void {
  const isReadable = validateSelector(spec, to, { kind: 'deployment' });
  validatePodTemplate(spec.get('template'), to.withheld(!isReadable), context);
  validateRunsForever(spec.get('template'), to.withheld(!isReadable), 'ReplicaSet');
}

/** The server names the whole strategy where its type is wrong (`ValidateDeploymentStrategy`). */
function validateStrategy(strategy: Cursor<DeploymentStrategy>, to: Refusals): void {
  const [type, rollingUpdate] = [textOf(strategy.get('type')), strategy.get('rollingUpdate')];
  if (type === undefined) return;
  if (type === '' || type === 'RollingUpdate') validateRollingUpdateOfDeployment(rollingUpdate, to);
  else if (type !== 'Recreate') to.notSupported('apps/strategy-unsupported', strategy, ['Recreate', 'RollingUpdate']);
  else if (rollingUpdate.isMapping) to.forbidden('apps/rolling-update-unused', rollingUpdate, "may not be specified when strategy `type` is 'Recreate'");
}

function validateProgressDeadline(spec: Cursor<DeploymentSpec>, to: Refusals): void {
  const field = spec.get('progressDeadlineSeconds');
  validateNonnegative('workload/negative-number', field, to);
  const [deadline, minReady] = [field.isAbsent ? PROGRESS_DEADLINE_BY_DEFAULT : numberOf(field), numberOf(spec.get('minReadySeconds'))];
  if (deadline !== undefined && minReady !== undefined && deadline <= minReady) {
    to.invalid('apps/progress-deadline', field, 'must be greater than minReadySeconds', { value: deadline });
  }
}
