import { isAddedKey } from '../model/added-labels.ts';
import type { Cluster } from '../model/cluster.ts';
import { mayMeet } from '../model/namespace.ts';
import { podSatisfies } from '../model/pod-match.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { Requirement, Selector } from '../model/selector.ts';
import type { Service } from '../model/service.ts';
import { nearness } from '../text/near.ts';
import { valueOf, type Field } from '../yaml/field.ts';

/** One selected pair that the pods of a template do not carry. */
export interface UnmetPair {
  readonly requirement: Requirement;
  readonly key: string;
  readonly wanted: string;
  /** What the pods carry under this key, or under a key that is near it; undefined where they carry neither. */
  readonly carried: { readonly key: string; readonly value: Field<string> } | undefined;
  /** How near the carried key and value are; undefined where they are not. */
  readonly nearness: number | undefined;
}

/** A template whose pods come near to a selector, with all that keeps them apart. */
export interface NearPods {
  readonly template: PodTemplate;
  readonly met: number;
  readonly unmet: readonly UnmetPair[];
}

function carriedNear(requirement: Requirement, template: PodTemplate): UnmetPair['carried'] {
  const same = template.labels.entries.get(requirement.key);
  if (same) return { key: requirement.key, value: same };
  for (const [key, value] of template.labels.entries)
    if (nearness(key, requirement.key) === 1 || key.endsWith(`/${requirement.key}`) || requirement.key.endsWith(`/${key}`)) return { key, value };
  return undefined;
}

function describeUnmet(requirement: Requirement, template: PodTemplate): UnmetPair {
  const [first] = requirement.values;
  const wanted = (first && valueOf(first)) ?? '';
  const carried = carriedNear(requirement, template);
  const value = carried && valueOf(carried.value);
  return { requirement, key: requirement.key, wanted, carried, nearness: value === undefined ? undefined : nearness(value, wanted) };
}

/** Compares a selector with the pods of one template. */
export function compareWithPods(selector: Selector, template: PodTemplate): NearPods {
  const unmet = selector.requirements.filter(requirement => podSatisfies(requirement, template) === 'no');
  return { template, met: selector.requirements.length - unmet.length, unmet: unmet.map(requirement => describeUnmet(requirement, template)) };
}

/** The templates of the Service's namespace, nearest first: those that meet most pairs, then those whose unmet values are near. */
export function rankPods(service: Service, cluster: Cluster): readonly NearPods[] {
  const templates = cluster.podTemplates.filter(template => template.kind?.runs !== 'none' && mayMeet(service.resource, template.workload));
  const compared = templates.map(template => compareWithPods(service.selector, template));
  const score = ({ met, unmet }: NearPods): number => met * 10 + unmet.filter(pair => pair.nearness !== undefined).length * 5;
  return compared.filter(near => score(near) > 0).sort((a, b) => score(b) - score(a));
}

/** Whether the selector rests on labels that controllers or running programs set: no template can be blamed for lacking them. */
export function restsOnAddedLabels(selector: Selector): boolean {
  return selector.requirements.some(requirement => isAddedKey(requirement.key));
}
