import type { ValidatorTable } from '../../validator.ts';
import { HORIZONTAL_POD_AUTOSCALER } from './horizontal-pod-autoscaler.ts';
import { POD_DISRUPTION_BUDGET } from './pod-disruption-budget.ts';

export const AUTOSCALING_VALIDATORS: ValidatorTable = {
  'autoscaling/HorizontalPodAutoscaler': HORIZONTAL_POD_AUTOSCALER,
  'policy/PodDisruptionBudget': POD_DISRUPTION_BUDGET,
};
