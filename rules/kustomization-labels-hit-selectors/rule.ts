import {
  cutOffBy,
  defineRule,
  giverOf,
  labelOf,
  leaveSelectorsAlone,
  nameplateOf,
  overwrittenByGifts,
  valueOf,
  VOLATILE_BECAUSE,
  volatileGifts,
  type Finding,
  type Loser,
  type OverwrittenByGift,
  type Requirement,
  type VolatileGift,
} from '../../src/core/api.ts';

type Variant = 'pods-beside' | 'pods-elsewhere' | 'policy' | 'system-pods' | 'endpoints' | 'volatile';

const CONSEQUENCES: Readonly<Record<Loser['by'], string>> = {
  service: 'so it gets no endpoints',
  budget: 'so it is idle',
  policy: 'so it is for no pods',
  ingress: 'so none gets in',
  egress: 'so none is reached',
};

function textOf({ key, values }: Requirement): string {
  return `${key} "${values.map(value => valueOf(value) ?? '').join()}"`;
}

/** At the line of the kustomization, with what keeps its labels out of selectors. */
function at(requirement: Requirement): Pick<Finding<Variant>, 'at' | 'help' | 'fixes'> {
  const giver = giverOf(requirement);
  return { at: requirement.at, ...(giver ? leaveSelectorsAlone(giver) : {}) };
}

function variantOf({ by, template, isBeside }: Loser): Variant {
  if (!template) return 'system-pods';
  if (by !== 'service' && by !== 'budget') return 'policy';
  return isBeside ? 'pods-beside' : 'pods-elsewhere';
}

function messageOf({ by, from }: Loser, first: Requirement): string {
  const subject = labelOf(from.resource);
  if (by === 'ingress' || by === 'egress') return `${subject} wants ${textOf(first)} of its peers too, they lack it, ${CONSEQUENCES[by]}`;
  return `${subject} is made to select ${textOf(first)}, its pods lack it, ${CONSEQUENCES[by]}`;
}

function reportLoser(loser: Loser, first: Requirement): Finding<Variant> {
  const { from, template } = loser;
  const { selector } = from;
  const related = template
    ? [
        { at: selector.at, note: `${labelOf(from.resource)} selects them here` },
        { at: template.labels.at, note: `the pods of ${labelOf(template.workload)} lack the label` },
      ]
    : [{ at: selector.at, note: 'these are pods of the cluster itself, which no kustomization labels' }];
  return { variant: variantOf(loser), message: messageOf(loser, first), ...at(first), related };
}

function reportOverwritten({ endpoints, service, requirement }: OverwrittenByGift): Finding<Variant> {
  const end = endpoints.kind === 'Endpoints' ? 'so Kubernetes overwrites its Endpoints' : 'so pods join its endpoints';
  return {
    variant: 'endpoints',
    ...(endpoints.kind === 'Endpoints' ? {} : { severity: 'warning' }),
    message: `${labelOf(service.resource)} is made to select ${textOf(requirement)}, ${end}`,
    ...at(requirement),
    related: [{ at: nameplateOf(endpoints.resource), note: `${labelOf(endpoints.resource)} names addresses for this Service` }],
    resource: service.resource,
  };
}

function reportVolatile({ requirement, why, workloads, services }: VolatileGift): Finding<Variant> {
  const [first = services[0]] = workloads;
  const others = (workloads.length > 0 ? workloads : services).length - 1;
  const where = workloads.length > 0 ? 'immutable selectors, so upgrades are refused' : 'Service selectors, so other releases drop out';
  const whose = first && `${labelOf(first)}${others > 0 ? ` and ${String(others)} more` : ''} ${others > 0 ? 'select' : 'selects'} it`;
  return {
    variant: 'volatile',
    message: `Label ${textOf(requirement)} gets into ${where}`,
    ...at(requirement),
    related: [{ at: requirement.at, note: VOLATILE_BECAUSE[why] }, ...(first ? [{ at: nameplateOf(first), note: whose ?? '' }] : [])],
  };
}

export default defineRule({
  id: 'kustomization-labels-hit-selectors',
  title: 'Labels of the kustomization get into selectors, which lose their pods or can never change',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'cluster',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'pods-beside': 'error', 'pods-elsewhere': 'warning', policy: 'warning', 'system-pods': 'warning', endpoints: 'error', volatile: 'warning' },
  facts: ['S-009', 'S-017', 'S-021', 'S-055'],

  *check(cluster) {
    for (const gift of volatileGifts(cluster)) yield reportVolatile(gift);
    for (const overwritten of overwrittenByGifts(cluster)) yield reportOverwritten(overwritten);
    for (const loser of cutOffBy(cluster)) {
      const [first] = loser.given;
      if (first) yield reportLoser(loser, first);
    }
  },
});
