import { defineRule, findSplitPairs, insertKey, isEvidentlyMeant, isLikelyMeant, labelOf, rankPods, removeKey, renameKey } from '../../src/core/api.ts';
import {
  restsOnAddedLabels,
  setScalar,
  valueOf,
  type FileEdit,
  type Finding,
  type NearPods,
  type Related,
  type Service,
  type UnmetPair,
} from '../../src/core/api.ts';

type Variant = 'near-miss' | 'template-label' | 'label-on-workload' | 'label-missing' | 'pairs-apart' | 'likely' | 'absent';

const NO_ENDPOINTS = 'so it gets no endpoints';

function relate(pair: UnmetPair, { template }: NearPods): Related {
  const workload = labelOf(template.workload);
  if (!pair.carried) return { at: template.labels.at, note: `the pod template of ${workload} has no label "${pair.key}"` };
  const label = `${pair.carried.key} "${valueOf(pair.carried.value) ?? ''}"`;
  const note = pair.gap === 'on-workload' ? `${workload} carries ${label} on its own metadata` : `the pod template of ${workload} carries ${label}`;
  return { at: pair.carried.value.at, note };
}

/** What the message says of the pods, and what would make both ends meet. */
function explain(pair: UnmetPair, { template, met }: NearPods): { variant: Variant; clause: string; help: string; edit?: FileEdit | undefined } {
  const { key, wanted, carried, requirement } = pair;
  const value = (carried && valueOf(carried.value)) ?? '';
  if (pair.gap === 'on-workload') {
    const edit = insertKey(template.body.get('metadata').get('labels'), key, wanted);
    return {
      variant: 'label-on-workload',
      clause: `of ${labelOf(template.workload)}, its pods lack it`,
      help: `Add ${key}: ${wanted} to the labels of the pod template`,
      edit,
    };
  }
  if (!carried && met > 0)
    return { variant: 'label-missing', clause: ', which its pods lack', help: `Remove ${key} from the selector`, edit: removeKey(requirement.at) };
  if (!carried) return { variant: 'label-missing', clause: ', which its pods lack', help: 'Select labels that the pod template carries' };
  if (carried.key !== key)
    return {
      variant: 'near-miss',
      clause: `, its pods carry ${carried.key} "${value}"`,
      help: `Change the selector to ${carried.key}: ${value}`,
      edit: renameKey(requirement.at, carried.key),
    };
  if (pair.templateIsWrong)
    return {
      variant: 'template-label',
      clause: `, its pods carry "${value}"`,
      help: `Change the label of the pods to ${key}: ${wanted}`,
      edit: setScalar(carried.value.at, wanted),
    };
  return {
    variant: 'near-miss',
    clause: `, its pods carry "${value}"`,
    help: `Change the selector to ${key}: ${value}`,
    edit: setScalar(requirement.at, value),
  };
}

function reportNear({ resource }: Service, near: NearPods, isProof: boolean): Finding<Variant> | undefined {
  const [first] = near.unmet;
  if (!first) return undefined;
  const { variant, clause, help, edit } = explain(first, near);
  const gap = clause.startsWith(',') ? '' : ' ';
  return {
    variant: isProof ? variant : 'likely',
    message: `${labelOf(resource)} selects ${first.key} "${first.wanted}"${gap}${clause}, ${NO_ENDPOINTS}`,
    at: first.requirement.at,
    help,
    related: near.unmet.map(pair => relate(pair, near)),
    fixes: edit && near.unmet.length === 1 ? [{ title: help, safety: 'unsafe', edits: [edit] }] : [],
  };
}

function reportSplit({ resource, selector }: Service, parts: NonNullable<ReturnType<typeof findSplitPairs>>): Finding<Variant> {
  const pairs = parts.map(({ requirement: { key, values } }) => `${key} "${values.map(value => valueOf(value) ?? '').join()}"`);
  return {
    variant: 'pairs-apart',
    message: `${labelOf(resource)} selects ${pairs.join(' and ')}, which no pod carries together, ${NO_ENDPOINTS}`,
    at: selector.at,
    help: 'Select labels that one pod template carries together',
    related: parts.map(({ template, requirement }) => ({
      at: template.labels.entries.get(requirement.key)?.at ?? template.labels.at,
      note: `the pod template of ${labelOf(template.workload)} carries ${requirement.key} only`,
    })),
  };
}

function reportAbsent({ resource, selector }: Service, proves: boolean, nearest: NearPods | undefined): Finding<Variant> {
  const [only, ...others] = selector.requirements;
  const wanted = only && others.length === 0 ? `${only.key} "${only.values.map(value => valueOf(value) ?? '').join()}"` : 'labels';
  return {
    variant: 'absent',
    severity: proves ? 'error' : 'warning',
    message: `${labelOf(resource)} selects ${wanted} that no pod in these files carries, ${NO_ENDPOINTS}`,
    at: (nearest?.unmet[0] ?? (only && { requirement: only }))?.requirement.at ?? selector.at,
    help: 'Make the selector equal to labels of a pod template in the same namespace',
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
  variants: {
    'near-miss': 'error',
    'template-label': 'error',
    'label-on-workload': 'error',
    'label-missing': 'error',
    'pairs-apart': 'error',
    likely: 'warning',
    absent: 'warning',
  },
  questions: {
    'no-pods': { one: 'Service matches no pod in these files', many: 'Services match no pod in these files', decide: '--complete if nothing else runs there' },
  },
  facts: ['S-005', 'S-010', 'S-011', 'S-014', 'S-019', 'S-026', 'S-064'],

  *check(service, { cluster }) {
    if (!cluster.meetsNoPods(service) || cluster.selectionOf(service).elsewhere.length > 0) return;
    const ranked = restsOnAddedLabels(service.selector) ? [] : rankPods(service, cluster);
    const meant = ranked.find(isEvidentlyMeant);
    const apart = meant ? undefined : findSplitPairs(service, cluster);
    const likely = ranked.find(isLikelyMeant);
    const near = meant ? reportNear(service, meant, true) : !apart && likely ? reportNear(service, likely, cluster.absenceProves) : undefined;
    if (near) yield near;
    else if (apart) yield reportSplit(service, apart);
    else if (!restsOnAddedLabels(service.selector) && (cluster.absenceProves || cluster.isSelfContainedWithout(service)))
      yield reportAbsent(service, cluster.absenceProves, ranked[0]);
    else yield { undecided: 'no-pods', at: service.selector.at };
  },
});
