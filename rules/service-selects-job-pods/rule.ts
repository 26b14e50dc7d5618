import { defineRule, findJobPods, fixOf, labelOf, setScalar, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'service-selects-job-pods',
  title: 'Pods of a Job or CronJob match the selector and get traffic while they run',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'job-pods': 'warning' },
  facts: ['S-015', 'S-028', 'S-043'],

  *check(service, { cluster }) {
    for (const { template, label } of findJobPods(service, cluster)) {
      const job = labelOf(template.workload);
      const name = valueOf(template.workload.name);
      const value = valueOf(label.value) ?? '';
      const other = name === undefined || name === value ? `${value}-job` : name;
      yield {
        variant: 'job-pods',
        message: `${labelOf(service.resource)} also selects pods of ${job}, so they get traffic while they run`,
        at: service.selector.at,
        help: `Give the pods of ${job} another value of ${label.key}, one more label is not enough`,
        related: [{ at: label.value.at, note: `the pod template of ${job} carries all selected labels` }],
        fixes: fixOf(`Change ${label.key} of the pods of ${job} to ${other}`, 'unsafe', setScalar(label.value.at, other)),
      };
    }
  },
});
