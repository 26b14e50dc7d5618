import type { HorizontalPodAutoscalerSpec } from 'kubernetes-types/autoscaling/v2.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { numberOf, pointerOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext, KindValidator } from '../../validator.ts';
import { validateCrossVersionReference } from './cross-version-reference.ts';
import { validateMetricSpec } from './metric-spec.ts';
import { validateScalingRules } from './scaling-rules.ts';

type Spec = Cursor<HorizontalPodAutoscalerSpec>;

/** The least number of replicas as the server holds it: 1 by default. */
const minReplicasOf = (spec: Spec): number | undefined => {
  const written = pointerOf(spec.get('minReplicas').number());
  return written === null ? 1 : written;
};

/** S-329. */
function validateReplicas(spec: Spec, to: Refusals): void {
  const [minReplicas, maxReplicas] = [spec.get('minReplicas'), spec.get('maxReplicas')];
  const [least, most] = [minReplicasOf(spec), numberOf(maxReplicas)];
  if (least !== undefined && least < 1) to.invalid('hpa/min-replicas', minReplicas, 'must be greater than or equal to 1');
  if (most === 0) to.required('hpa/max-replicas-required', maxReplicas, 'must be set and greater than 0');
  else if (most !== undefined && most < 0) to.invalid('hpa/max-replicas', maxReplicas, 'must be greater than or equal to 1');
  if (least !== undefined && most !== undefined && most < least) {
    to.invalid('hpa/max-below-min', maxReplicas, 'must be greater than or equal to `minReplicas`', { value: most });
  }
}

/** `validateMetrics`. Without metrics the server adds one of its own, for the CPU. */
function validateMetrics(spec: Spec, to: Refusals): void {
  const metrics = spec.get('metrics');
  for (const metric of metrics.items()) validateMetricSpec(metric, to);
  const counts = (type: string): boolean => type === 'Object' || type === 'External';
  const isProven = !metrics.isOpen && metrics.items().every(metric => metric.get('type').string().state !== 'unknown');
  const hasOther = metrics.items().some(metric => counts(pointerOf(metric.get('type').string()) ?? ''));
  if (minReplicasOf(spec) === 0 && isProven && !hasOther) {
    to.forbidden('hpa/scale-to-zero', metrics, 'must specify at least one Object or External metric to support scaling to zero replicas');
  }
}

function validateSpec(spec: Spec, to: Refusals): void {
  validateReplicas(spec, to);
  const isReplicationController = pointerOf(spec.get('scaleTargetRef').get('kind').string()) === 'ReplicationController';
  const isKnown = spec.get('scaleTargetRef').get('kind').string().state !== 'unknown';
  validateCrossVersionReference(spec.get('scaleTargetRef'), to, { needsGroup: isKnown && !isReplicationController });
  validateMetrics(spec, to);
  const behavior = spec.get('behavior');
  for (const rules of [behavior.get('scaleUp'), behavior.get('scaleDown')]) validateScalingRules(rules, to);
}

/** The first version has one target, a share of the CPU, which the server holds as a metric. */
function validateTargetCpu(object: Cursor, to: Refusals): void {
  const target = object.get('spec').get('targetCPUUtilizationPercentage');
  const value = pointerOf(target.number());
  if (typeof value !== 'number' || value >= 1) return;
  to.invalid('hpa/target-value', target, 'must be greater than 0', { field: 'spec.metrics[0].resource.target.averageUtilization' });
}

export const HORIZONTAL_POD_AUTOSCALER: KindValidator = {
  versions: ['v1', 'v2', 'v2beta2'],
  validate(object: Cursor, to: Refusals, { resource }: AdmissionContext) {
    validateSpec(object.get('spec').as<HorizontalPodAutoscalerSpec>(), to);
    if (resource.version === 'v1') validateTargetCpu(object, to);
  },
};
