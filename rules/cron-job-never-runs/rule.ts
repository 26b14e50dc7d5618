import { defineRule, isKind, labelOf, neverRuns, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'cron-job-never-runs',
  title: 'The schedule names days that no month has, so the CronJob never runs',
  category: 'api',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'resource',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { 'no-such-day': 'warning' },
  facts: ['S-357'],

  *check(resource) {
    if (!isKind(resource, 'CronJob', 'batch')) return;
    const schedule = resource.body.get('spec').get('schedule');
    const text = valueOf(schedule.string());
    if (text === undefined || !neverRuns(text)) return;
    yield {
      variant: 'no-such-day',
      message: `${labelOf(resource)} has the schedule "${text}", which names no day that comes, so it never runs`,
      at: schedule.at,
      help: 'Use a day that the month has',
    };
  },
});
