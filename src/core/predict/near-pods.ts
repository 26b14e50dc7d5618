import { isAddedKey } from '../model/added-labels.ts';
import type { Cluster } from '../model/cluster.ts';
import { readLabels } from '../model/labels.ts';
import { mayMeet } from '../model/namespace.ts';
import { podSatisfies } from '../model/pod-match.ts';
import type { PodTemplate } from '../model/pod.ts';
import { labelOf } from '../model/resource.ts';
import type { PodSelecting } from '../model/selection.ts';
import type { Requirement, Selector } from '../model/selector.ts';
import { nearness, nearnessOfNames } from '../text/near.ts';
import { valueOf, type Field } from '../yaml/field.ts';
import { isApplicationKey, tieBetween, weighTie, type Tie } from './twins.ts';

/**
 * What the pods have where a selected pair is missing. `slip`: a value or key one slip away. `extended`: a value with one more part.
 * `on-workload`: the pair is on the workload's own metadata. `other-value`: an unlike value. `other-key`: the value under an unlike key.
 */
export type Gap = 'slip' | 'extended' | 'on-workload' | 'other-value' | 'other-key' | 'missing';

export interface LabelPair {
  readonly key: string;
  readonly value: Field<string>;
}

/** One selected pair that the pods of a template do not carry. */
export interface UnmetPair {
  readonly requirement: Requirement;
  readonly key: string;
  readonly wanted: string;
  readonly gap: Gap;
  /** The label that was taken for the pair; undefined for `missing`. */
  readonly carried: LabelPair | undefined;
}

/** A template whose pods come near to a selector, with all that keeps them apart. */
export interface NearPods {
  readonly template: PodTemplate;
  readonly tie: Tie;
  readonly met: number;
  readonly unmet: readonly UnmetPair[];
  /** True when another object of the kind selects these pods, which makes it less likely that this one means them. */
  readonly isTaken: boolean;
}

function wantedValue(requirement: Requirement): string {
  const [first] = requirement.values;
  return (first && valueOf(first)) ?? '';
}

function isKeySlip(key: string, wanted: string): boolean {
  const sameName = key.endsWith(`/${wanted}`) || wanted.endsWith(`/${key}`);
  return sameName || nearness(key, wanted) === 1 || (isApplicationKey(key) && isApplicationKey(wanted));
}

function gapOfValue(carried: string | undefined, wanted: string): Gap {
  const near = carried === undefined ? undefined : nearnessOfNames(carried, wanted);
  return near === 1 ? 'slip' : near === 2 ? 'extended' : 'other-value';
}

function findGap(requirement: Requirement, template: PodTemplate): { gap: Gap; carried: LabelPair | undefined } {
  const { key } = requirement;
  const wanted = wantedValue(requirement);
  const own = template.labels.entries.get(key);
  if (own) return { gap: gapOfValue(valueOf(own), wanted), carried: { key, value: own } };
  const above = readLabels(template.workload.metadata.get('labels')).entries.get(key);
  if (above && valueOf(above) === wanted) return { gap: 'on-workload', carried: { key, value: above } };
  const equal = [...template.labels.entries].filter(([, value]) => valueOf(value) === wanted && wanted !== '').map(([other, value]) => ({ key: other, value }));
  const slip = equal.find(label => isKeySlip(label.key, key));
  if (slip) return { gap: 'slip', carried: slip };
  return equal[0] ? { gap: 'other-key', carried: equal[0] } : { gap: 'missing', carried: undefined };
}

function describeUnmet(requirement: Requirement, template: PodTemplate): UnmetPair {
  return { requirement, key: requirement.key, wanted: wantedValue(requirement), ...findGap(requirement, template) };
}

/** The selected pairs that the pods of one template surely lack. */
export function findUnmetPairs(selector: Selector, template: PodTemplate): readonly UnmetPair[] {
  return selector.requirements.filter(requirement => podSatisfies(requirement, template) === 'no').map(requirement => describeUnmet(requirement, template));
}

function compareWithPods(from: PodSelecting, template: PodTemplate, isTaken: boolean): NearPods {
  const unmet = findUnmetPairs(from.selector, template);
  const met = from.selector.requirements.filter(requirement => podSatisfies(requirement, template) === 'yes').length;
  return { template, tie: tieBetween(from, template), met, unmet, isTaken };
}

const GAP_WEIGHT: Readonly<Record<Gap, number>> = { slip: 8, 'on-workload': 8, extended: 4, 'other-key': 3, 'other-value': 0, missing: -1 };

function weigh({ met, unmet, tie, isTaken }: NearPods): number {
  return met * 10 + unmet.reduce((sum, pair) => sum + GAP_WEIGHT[pair.gap], 0) + weighTie(tie) - (isTaken ? 6 : 0);
}

/** Pods that end, or that nobody asked for, are not what anybody selects. */
function mayBeMeant(from: PodSelecting, template: PodTemplate): boolean {
  return template.kind?.runs === 'serving' && valueOf(template.replicas) !== 0 && mayMeet(from.resource, template.workload);
}

/** A label that controllers or running programs set is no fault of the template, save one that the template writes with a slip. */
function isOfTemplate({ key, gap }: UnmetPair): boolean {
  return !isAddedKey(key) || gap === 'slip';
}

/** By name, so that the order of the files does not choose among equals. */
function compareNames(a: PodTemplate, b: PodTemplate): number {
  const [one, other] = [labelOf(a.workload), labelOf(b.workload)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** One value of one key, written as a pair or as an expression: only of these can it be told what is near. */
export function isPair({ operator, values }: Requirement): boolean {
  return operator === 'In' && values.length === 1;
}

/**
 * The templates that a selector may have been meant for, nearest first, found by values, names and files and not by looking at all.
 * `isTaken` tells of those that something else of the kind selects: another Service, unless said otherwise.
 */
export function rankPods(
  from: PodSelecting,
  cluster: Cluster,
  isTaken: (template: PodTemplate) => boolean = template => cluster.servicesOf(template).length > 0,
): readonly NearPods[] {
  const index = cluster.nearPodIndex;
  const found = [
    ...from.selector.requirements.flatMap(requirement => index.carrying(requirement.key, wantedValue(requirement))),
    ...index.named(valueOf(from.resource.name) ?? ''),
    ...index.besides(from.resource),
  ];
  return [...new Set(found)]
    .filter(template => mayBeMeant(from, template))
    .map(template => compareWithPods(from, template, isTaken(template)))
    .filter(near => near.unmet.length > 0 && near.unmet.every(pair => isPair(pair.requirement) && isOfTemplate(pair)))
    .map(near => ({ near, weight: weigh(near) }))
    .sort((a, b) => b.weight - a.weight || compareNames(a.near.template, b.near.template))
    .map(({ near }) => near);
}

function isShort({ wanted, gap }: UnmetPair): boolean {
  return gap === 'slip' && wanted.length < 5;
}

/** One or two slips: proof where the pods are free or of the same name, else only beside a pair that holds. */
function isSlip({ unmet, met, tie, isTaken }: NearPods): boolean {
  if (unmet.length > 2 || unmet.some(pair => pair.gap !== 'slip')) return false;
  const sure = !unmet.some(isShort);
  if (isTaken && tie.name !== 'equal' && tie.name !== 'near') return sure && met > 0 && tie.name !== undefined;
  return sure || tie.name !== undefined || tie.file || met > 0;
}

function isOnWorkload({ unmet, tie, isTaken }: NearPods): boolean {
  const own = !isTaken || tie.name === 'equal' || tie.name === 'near';
  return own && unmet.some(pair => pair.gap === 'on-workload') && unmet.every(pair => pair.gap === 'on-workload' || pair.gap === 'slip');
}

/** Whether the pods in sight are the ones meant, so that both ends of the mistake are known. */
export function isEvidentlyMeant(near: NearPods): boolean {
  if (isSlip(near) || isOnWorkload(near)) return true;
  const { unmet, met, tie } = near;
  const isNamed = tie.name === 'equal' || (tie.name === 'near' && met > 0);
  return isNamed && (met > 0 || (unmet.length <= 2 && unmet.every(pair => pair.gap !== 'missing')));
}

/** Whether only a name or the file ties the pods to what selects: evidence, and no proof. */
export function isLikelyMeant({ tie, isTaken, met, unmet }: NearPods): boolean {
  if (tie.name === 'equal' || tie.name === 'near') return true;
  return (
    !isTaken && !tie.isSibling && (tie.file || tie.name === 'part') && (tie.ports || tie.application || met > 0 || unmet.some(pair => pair.gap === 'extended'))
  );
}

/** Each selected pair with a template that carries it. */
export type SplitPairs = readonly { readonly requirement: Requirement; readonly template: PodTemplate }[];

/** Templates that carry each a part of what is selected, where none carries all of it: undefined where a pair is on none. */
export function findSplitPairs(from: PodSelecting, cluster: Cluster): SplitPairs | undefined {
  const { requirements } = from.selector;
  if (requirements.length < 2 || !requirements.every(isPair)) return undefined;
  const parts = requirements.flatMap(requirement => {
    const [template] = cluster.podIndex
      .withPair(requirement.key, wantedValue(requirement))
      .filter(candidate => mayBeMeant(from, candidate))
      .sort(compareNames);
    return template ? [{ requirement, template }] : [];
  });
  return parts.length === requirements.length ? parts : undefined;
}

/** Whether the selector rests on labels that controllers or running programs set: no template can be blamed for lacking them. */
export function restsOnAddedLabels(selector: Selector): boolean {
  return selector.requirements.some(requirement => isAddedKey(requirement.key));
}
