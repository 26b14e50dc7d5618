import { defineRule, labelOf, valueOf, type Finding, type Service } from '../../src/core/api.ts';
import { rankPods, restsOnAddedLabels, type NearPods } from '../../src/core/api.ts';

type Variant = 'near-miss' | 'absent';

function nearMiss(service: Service, { template, unmet }: NearPods): Finding<Variant> | undefined {
  const [pair] = unmet;
  if (unmet.length !== 1 || !pair) return undefined;
  const carried = pair.carried && valueOf(pair.carried.value);
  if (carried === undefined) return undefined;
  return {
    variant: 'near-miss',
    message: `${labelOf(service.resource)} selects ${pair.key} "${pair.wanted}", its pods carry "${carried}", so it gets no endpoints`,
    at: pair.requirement.at,
    help: `Change the selector to ${pair.key}: ${carried}`,
    related: [{ at: pair.carried?.value.at ?? template.labels.at, note: `the pod template of ${labelOf(template.workload)} carries ${pair.key} "${carried}"` }],
  };
}

export default defineRule({
  id: 'service-selects-no-pods',
  title: 'No pod template carries the labels that the Service selects, so it gets no endpoints',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'service',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'near-miss': 'error', absent: 'warning' },
  questions: {
    'no-pods': { one: 'Service matches no pod in these files', many: 'Services match no pod in these files', decide: '--complete if nothing else runs there' },
  },

  *check(service, { cluster }) {
    if (!cluster.meetsNoPods(service) || restsOnAddedLabels(service.selector)) return;
    const [nearest] = rankPods(service, cluster);
    const near = nearest && nearMiss(service, nearest);
    if (near) yield near;
    else if (cluster.absenceProves || cluster.isSelfContainedWithout(service)) {
      yield {
        variant: 'absent',
        severity: cluster.absenceProves ? 'error' : 'warning',
        message: `${labelOf(service.resource)} selects labels that no pod in these files carries, so it gets no endpoints`,
        at: service.selector.at,
        help: 'Make the selector equal to labels of a pod template in the same namespace',
      };
    } else yield { undecided: 'no-pods', at: service.selector.at };
  },
});
