import { ordinalsOf } from '../model/added-labels.ts';
import type { Cluster } from '../model/cluster.ts';
import type { PodTemplate } from '../model/pod.ts';
import { selectsPods } from '../model/pod-match.ts';
import type { Requirement } from '../model/selector.ts';
import type { Service } from '../model/service.ts';
import { mayMeet } from '../model/namespace.ts';
import { valueOf } from '../yaml/field.ts';
import { isAutoscaled } from './autoscaling.ts';

/** A pod that a selector pins and that its StatefulSet does not have (S-019, S-020). */
export interface MissingOrdinal {
  readonly requirement: Requirement;
  readonly template: PodTemplate;
  readonly ordinal: number;
  /** First and last ordinal that exist; undefined for a StatefulSet of no pods. */
  readonly range: readonly [number, number] | undefined;
  /** How the pod with an ordinal is named in this requirement. */
  readonly valueFor: (ordinal: number) => string;
}

const POD_NAME = 'statefulset.kubernetes.io/pod-name';
const POD_INDEX = 'apps.kubernetes.io/pod-index';

function findPinned(requirement: Requirement, service: Service, cluster: Cluster): { template: PodTemplate; ordinal: number; prefix: string } | undefined {
  const [value] = requirement.values;
  const [, prefix = '', digits = ''] = /^(.*?)(0|[1-9]\d*)$/.exec((value && valueOf(value)) ?? '') ?? [];
  if (digits === '') return undefined;
  const sets = cluster.podTemplates.filter(({ workload }) => workload.kind === 'StatefulSet' && mayMeet(service.resource, workload));
  const others = { ...service.selector, requirements: service.selector.requirements.filter(other => other !== requirement) };
  const template =
    requirement.key === POD_NAME
      ? sets.find(({ workload }) => prefix === `${valueOf(workload.name) ?? ''}-`)
      : sets.find(candidate => others.requirements.length > 0 && selectsPods(others, candidate) === 'yes');
  return template && { template, ordinal: Number(digits), prefix };
}

/** The pinned pod that lies outside the replicas of its StatefulSet; undefined where an autoscaler or no number decides. */
export function findMissingOrdinal(service: Service, cluster: Cluster): MissingOrdinal | undefined {
  const requirement = service.selector.requirements.find(({ key, values }) => (key === POD_NAME || key === POD_INDEX) && values.length === 1);
  if (!requirement || !cluster.meetsNoPods(service) || cluster.hasUnread) return undefined;
  const pinned = findPinned(requirement, service, cluster);
  const ordinals = pinned && ordinalsOf(pinned.template);
  if (!ordinals || ordinals.includes(pinned.ordinal) || isAutoscaled(pinned.template, cluster)) return undefined;
  const [first, last] = [ordinals[0], ordinals.at(-1)];
  const range = first === undefined || last === undefined ? undefined : ([first, last] as const);
  return { requirement, template: pinned.template, ordinal: pinned.ordinal, range, valueFor: ordinal => `${pinned.prefix}${String(ordinal)}` };
}
