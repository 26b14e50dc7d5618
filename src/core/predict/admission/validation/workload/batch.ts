import type { CronJob, Job } from 'kubernetes-types/batch/v1.d.ts';
import type { ValidatorTable } from '../../validator.ts';
import { validateCronJob } from './cron-job.ts';
import { validateJob } from './job.ts';

export const BATCH_VALIDATORS: ValidatorTable = {
  'batch/Job': { scope: 'Namespaced', validate: (object, to, context) => validateJob(object.as<Job>(), to, context) },
  'batch/CronJob': { scope: 'Namespaced', validate: (object, to, context) => validateCronJob(object.as<CronJob>(), to, context) },
};
