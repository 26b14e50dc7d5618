import type { Cluster } from '../model/cluster.ts';
import { selectsPods } from '../model/pod-match.ts';
import { podTermsOf, type PodTerm } from '../model/pod-terms.ts';
import type { PodTemplate } from '../model/pod.ts';
import { buildSelection, candidatesOf } from '../model/selection.ts';
import { isEmpty } from '../model/selector.ts';
import { mayHidePods } from './hidden-pods.ts';
import { findUnmetPairs, isPair, rankPods, type UnmetPair } from './near-pods.ts';

/** A term of a pod's affinity or spread that takes no pods of the set. */
export interface MissedTerm {
  readonly term: PodTerm;
  /** The pods meant and what keeps them apart; undefined where no pod in sight is like it. */
  readonly meant: { readonly template: PodTemplate; readonly met: number; readonly unmet: readonly UnmetPair[] } | undefined;
}

/** Words of a few letters are always near to each other. */
const LEAST = 5;

function isSlip({ gap, requirement, wanted }: UnmetPair, met: number): boolean {
  return isPair(requirement) && (gap === 'on-workload' || (gap === 'slip' && (met > 0 || wanted.length >= LEAST)));
}

function findSlip(term: PodTerm, template: PodTemplate): MissedTerm['meant'] {
  const unmet = findUnmetPairs(term.selector, template);
  const met = term.selector.requirements.length - unmet.length;
  return unmet.length > 0 && unmet.every(pair => isSlip(pair, met)) ? { template, met, unmet } : undefined;
}

function judge(term: PodTerm, cluster: Cluster): MissedTerm | undefined {
  const { selector, template, what } = term;
  if (!selector.written || selector.open || isEmpty(selector) || term.isElsewhere || selectsPods(selector, template) !== 'no') return undefined;
  if (candidatesOf(buildSelection(template.workload, selector, cluster.podIndex)).length > 0) return undefined;
  const own = findSlip(term, template);
  if (own) return { term, meant: own };
  if (what !== 'near') return undefined;
  const from = { resource: template.workload, selector };
  const [meant] = rankPods(from, cluster, () => false).flatMap(near => findSlip(term, near.template) ?? []);
  if (meant) return { term, meant };
  return cluster.absenceProves && !mayHidePods(from, cluster) ? { term, meant: undefined } : undefined;
}

/** The terms of a pod that take no pods, where the files tell which are meant or nothing else exists. */
export function findMissedTerms(template: PodTemplate, cluster: Cluster): readonly MissedTerm[] {
  if (template.kind === undefined || template.kind.runs === 'none' || template.labels.open) return [];
  return podTermsOf(template).flatMap(term => judge(term, cluster) ?? []);
}
