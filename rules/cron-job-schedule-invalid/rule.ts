import { defineRule, labelOf, nearestTimeZone, valueOf, type Refusal } from '../../src/core/api.ts';

const FIELDS = 'Use minute, hour, day of month, month and day of week, or @daily and its like';

interface Account {
  readonly variant: 'schedule' | 'zone-in-schedule' | 'time-zone';
  readonly message: string;
  readonly help: string;
}

function describe({ resource, cause: { check, cursor } }: Refusal): Account {
  const [subject, text] = [labelOf(resource), valueOf(cursor.string()) ?? ''];
  if (check === 'cron-job/time-zone') {
    const meant = nearestTimeZone(text);
    const help = meant === undefined ? 'Use a name of the time zone database such as Europe/Berlin' : `Use ${meant}`;
    return { variant: 'time-zone', message: `${subject} is set to time zone "${text}", which does not exist, so it is refused`, help };
  }
  if (check === 'cron-job/schedule-zone') {
    const zone = /TZ=(\S+)/.exec(text)?.[1];
    const help = zone === undefined ? 'Use spec.timeZone' : `Move the time zone to spec.timeZone: ${zone}`;
    return { variant: 'zone-in-schedule', message: `${subject} has a time zone in its schedule, so the API server refuses it`, help };
  }
  const help = text.trim().endsWith(' 7') ? 'Use 0 for Sunday' : FIELDS;
  return { variant: 'schedule', message: `${subject} has the schedule "${text}", which Kubernetes cannot read, so it is refused`, help };
}

export default defineRule({
  id: 'cron-job-schedule-invalid',
  title: 'The schedule is no cron expression, so the API server refuses the CronJob',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['cron-job/schedule', 'cron-job/schedule-zone', 'cron-job/time-zone'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { schedule: 'error', 'zone-in-schedule': 'error', 'time-zone': 'error' },
  facts: ['S-357', 'batch/v1 CronJobSpec.timeZone'],

  *check(refusal) {
    yield { ...describe(refusal), at: refusal.cause.at };
  },
});
