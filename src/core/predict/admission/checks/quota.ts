import type { Source } from './source.ts';

/** Checks of ResourceQuotas, LimitRanges and PriorityClasses. */
export const QUOTA_CHECKS = {
  'limit-range/type': 'v1 LimitRangeItem.type',
} as const satisfies Record<string, Source>;
