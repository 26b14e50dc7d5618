import type { CronJob, CronJobSpec, JobSpec } from 'kubernetes-types/batch/v1.d.ts';
import { scheduleFault } from '../../../../model/cron-schedule.ts';
import { isTimeZone } from '../../../../model/time-zones.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { byteLength } from '../../formats.ts';
import { booleanOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext } from '../../validator.ts';
import { completionOf, validateJobSpec } from './job-spec.ts';
import { nameAfterCreate } from '../meta/metadata.ts';
import { validateNonnegative } from '../meta/nonnegative.ts';
import { warnOfName } from './workload.ts';

const CONCURRENCY_POLICIES = ['Allow', 'Forbid', 'Replace'];

/** The controller appends 11 characters to make the names of Jobs, which have 63 at most. */
const LONGEST_NAME = 52;

/** A part of the name of a time zone. */
const ZONE_PART = /^[A-Za-z._0-9+][A-Za-z._0-9+-]{0,13}$/;

/** `ValidateCronJob`. */
export function validateCronJob(cronJob: Cursor<CronJob>, to: Refusals, context: AdmissionContext): void {
  const spec = cronJob.get('spec');
  validateSchedule(spec.get('schedule'), to);
  validateNonnegative('job/negative-number', spec.get('startingDeadlineSeconds'), to);
  validateTimeZone(spec.get('timeZone'), to);
  validateConcurrencyPolicy(spec, to);
  validateJobTemplate(spec.get('jobTemplate').get('spec'), to, context);
  validateNonnegative('job/negative-number', spec.get('successfulJobsHistoryLimit'), to);
  validateNonnegative('job/negative-number', spec.get('failedJobsHistoryLimit'), to);
  validateNameLength(cronJob, to);
  warnOfName(cronJob.get('metadata'), to);
}

function validateSchedule(schedule: Cursor<string>, to: Refusals): void {
  const text = textOf(schedule);
  if (text === undefined) return;
  if (text === '') {
    to.required('cron-job/schedule-required', schedule);
    return;
  }
  const fault = scheduleFault(text);
  if (fault !== undefined) to.invalid('cron-job/schedule', schedule, fault);
  if (!text.includes('TZ')) return;
  to.invalid('cron-job/schedule-zone', schedule, 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead', { since: 29 });
}

/** A name of the time zone database, letter by letter. */
function validateTimeZone(timeZone: Cursor<string>, to: Refusals): void {
  const name = timeZone.isAbsent ? undefined : textOf(timeZone);
  if (name === undefined) return;
  const refuse = (detail: string): void => to.invalid('cron-job/time-zone', timeZone, detail);
  if (name === '') refuse('timeZone must be nil or non-empty string');
  else if (name.split('/').some(part => part === '.' || part === '..' || !ZONE_PART.test(part))) refuse(`unknown time zone ${name}`);
  else {
    if (name.toLowerCase() === 'local') refuse('timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones');
    if (name !== 'Local' && !isTimeZone(name)) refuse(`unknown time zone ${name}`);
  }
}

function validateConcurrencyPolicy(spec: Cursor<CronJobSpec>, to: Refusals): void {
  const policy = spec.get('concurrencyPolicy');
  const name = textOf(policy);
  if (name === undefined || name === '' || CONCURRENCY_POLICIES.includes(name)) return;
  to.notSupported('cron-job/concurrency-policy-unsupported', policy, CONCURRENCY_POLICIES);
}

/** Jobs of a CronJob always get a selector of the server's (`ValidateJobTemplateSpec`). */
function validateJobTemplate(spec: Cursor<JobSpec>, to: Refusals, context: AdmissionContext): void {
  validateJobSpec(spec, to, context, completionOf(spec, true));
  if (spec.get('selector').isMapping) to.invalid('cron-job/selector', spec.get('selector'), '`selector` will be auto-generated');
  if (booleanOf(spec.get('manualSelector')) === true) to.notSupported('cron-job/selector-unsupported', spec.get('manualSelector'), ['nil', 'false']);
}

function validateNameLength(cronJob: Cursor<CronJob>, to: Refusals): void {
  const name = nameAfterCreate(cronJob.get('metadata'));
  if (!name || byteLength(name.text) <= LONGEST_NAME) return;
  to.invalid('cron-job/name', cronJob.get('metadata').get('name'), `must be no more than ${String(LONGEST_NAME)} characters`, { value: name.shown });
}
