import { defineRule, findRefusedLabels, fixOf, insertKey, labelOf, setScalar, valueOf, type PodTemplate, type Requirement } from '../../src/core/api.ts';

function describe(pod: PodTemplate, { key, operator, values }: Requirement): { message: string; help: string } {
  const wanted = values.map(value => valueOf(value) ?? '').join();
  const carried = pod.labels.entries.get(key);
  const subject = `The selector of ${labelOf(pod.workload)}`;
  if (operator !== 'In')
    return { message: `${subject} takes no pods with its own "${key}", so it is refused`, help: 'Make the selector match the labels of the template' };
  const lacks = carried ? `its pods carry "${valueOf(carried) ?? ''}"` : 'its pods lack it';
  return { message: `${subject} asks for ${key} "${wanted}", ${lacks}, so it is refused`, help: `Change the label of the pods to ${key}: ${wanted}` };
}

export default defineRule({
  id: 'workload-selector-mismatch',
  title: "The selector does not match the template's labels, so the API server refuses the workload",
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['workload/selector-mismatch'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { 'other-value': 'error', missing: 'error', excluded: 'error' },
  facts: ['S-016'],

  *check({ resource }, { cluster }) {
    const pod = cluster.podTemplates.find(({ workload }) => workload === resource);
    for (const requirement of pod ? findRefusedLabels(pod) : []) {
      if (!pod) return;
      const { key, operator, values } = requirement;
      const carried = pod.labels.entries.get(key);
      const [only, ...others] = values;
      const wanted = operator === 'In' && only && others.length === 0 ? valueOf(only) : undefined;
      const { message, help } = describe(pod, requirement);
      const labels = pod.body.get('metadata').get('labels');
      yield {
        variant: operator !== 'In' ? 'excluded' : carried ? 'other-value' : 'missing',
        message,
        at: carried?.at ?? pod.labels.at.atKey,
        help,
        related: [{ at: requirement.at, note: `the selector of ${labelOf(pod.workload)} asks for it` }],
        fixes: wanted === undefined ? [] : fixOf(help, 'unsafe', carried ? setScalar(carried.at, wanted) : insertKey(labels, key, wanted)),
      };
    }
  },
});
