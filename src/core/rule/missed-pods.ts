import { labelOf } from '../model/resource.ts';
import type { PodSelecting } from '../model/selection.ts';
import type { Requirement } from '../model/selector.ts';
import type { NearPods, SplitPairs } from '../predict/near-pods.ts';
import { valueOf } from '../yaml/field.ts';
import { fixOf } from './edits.ts';
import { explainGap, relateGap } from './explain-gap.ts';
import type { Finding, Severity } from './finding.ts';

/** How it shows that a selector takes no pods: one variant a cause. */
export const MISSED_VARIANTS = {
  'near-miss': 'error',
  'label-on-workload': 'error',
  'label-missing': 'error',
  'pairs-apart': 'error',
  likely: 'warning',
  absent: 'warning',
} as const satisfies Readonly<Record<string, Severity>>;
export type MissedVariant = keyof typeof MISSED_VARIANTS;

function textOf({ key, values }: Requirement): string {
  return `${key} "${values.map(value => valueOf(value) ?? '').join()}"`;
}

/** The pods in sight that come nearest, and what keeps them apart. `consequence` goes on after a comma: `so it gets no endpoints`. */
export function reportNearPods({ resource }: PodSelecting, near: NearPods, consequence: string, isProof: boolean): Finding<MissedVariant> | undefined {
  const [first] = near.unmet;
  if (!first) return undefined;
  const { kind, clause, help, edit } = explainGap(first, near);
  return {
    variant: isProof ? kind : 'likely',
    message: `${labelOf(resource)} selects ${first.key} "${first.wanted}"${clause}, ${consequence}`,
    at: first.requirement.at,
    help,
    related: near.unmet.map(pair => relateGap(pair, near)),
    fixes: near.unmet.length === 1 ? fixOf(help, 'unsafe', edit) : [],
  };
}

/** Pods carry each a part of what is selected, and none carries all. */
export function reportSplitPods({ resource, selector }: PodSelecting, parts: SplitPairs, consequence: string): Finding<MissedVariant> {
  const pairs = parts.map(({ requirement }) => textOf(requirement));
  return {
    variant: 'pairs-apart',
    message: `${labelOf(resource)} selects ${pairs.length > 2 ? 'labels' : pairs.join(' and ')}, no pod carries ${pairs.length > 2 ? 'all' : 'both'}, ${consequence}`,
    at: selector.at,
    help: 'Select labels that one pod template carries together',
    related: parts.map(({ template, requirement }) => ({
      at: template.labels.entries.get(requirement.key)?.at ?? template.labels.at,
      note: `the pod template of ${labelOf(template.workload)} carries ${requirement.key} only`,
    })),
  };
}

/** No pod in sight carries what is selected. */
export function reportAbsentPods(
  { resource, selector }: PodSelecting,
  consequence: string,
  { proves, nearest }: { readonly proves: boolean; readonly nearest: NearPods | undefined },
): Finding<MissedVariant> {
  const [only, ...others] = selector.requirements;
  const wanted = only && others.length === 0 && only.operator === 'In' ? textOf(only) : 'labels';
  return {
    variant: 'absent',
    severity: proves ? 'error' : 'warning',
    message: `${labelOf(resource)} selects ${wanted} that no pod in these files carries, ${consequence}`,
    at: (nearest?.unmet[0]?.requirement ?? (others.length === 0 ? only : undefined))?.at ?? selector.at,
    help: 'Make the selector equal to labels of a pod template in the same namespace',
  };
}
