import type { Source } from './source.ts';

/** Checks of HorizontalPodAutoscalers and PodDisruptionBudgets. */
export const AUTOSCALING_CHECKS = {
  'hpa/max-replicas': 'S-329',
} as const satisfies Record<string, Source>;
