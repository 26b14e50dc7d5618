import type { Source } from './source.ts';

/** Checks of Jobs and CronJobs. */
export const BATCH_CHECKS = {
  'cron-job/schedule': 'S-357',
} as const satisfies Record<string, Source>;
