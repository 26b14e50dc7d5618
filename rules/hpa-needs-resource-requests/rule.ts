import { areRequestsShown, defineRule, findUnrequested, labelOf, scaledPods, utilizationsOf, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'hpa-needs-resource-requests',
  title: 'The autoscaler compares use with requests, and a container of its pods has none, so nothing is scaled',
  category: 'autoscaling',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['scale-target'],
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'no-request': 'error' },
  facts: ['S-329', 'S-188'],

  *check(reference, { cluster }) {
    const template = scaledPods(reference, cluster);
    if (template?.kind === undefined) return;
    const told = new Set<string>();
    for (const { resource, at } of utilizationsOf(reference.from)) {
      const lacking = told.has(resource) ? [] : findUnrequested(resource, template, cluster);
      told.add(resource);
      const [first] = lacking;
      if (!first) continue;
      const which = lacking.length === 1 ? `container "${valueOf(first.name) ?? ''}"` : `${String(lacking.length)} containers`;
      yield {
        variant: 'no-request',
        severity: areRequestsShown(template.workload, cluster) ? 'error' : 'warning',
        message: `${labelOf(reference.from)} needs ${resource} requests, which ${which} of its pods ${lacking.length === 1 ? 'lacks' : 'lack'}`,
        at,
        help: `Add resources.requests.${resource} to ${lacking.length === 1 ? 'the container' : 'each of them'}, or scale by an AverageValue`,
        related: lacking.slice(0, 3).map(({ body, name }) => ({
          at: body.get('name').at,
          note: `container "${valueOf(name) ?? ''}" of ${labelOf(template.workload)} requests no ${resource}`,
        })),
      };
    }
  },
});
