import type { Cluster } from '../model/cluster.ts';
import { budgetsOf } from '../model/disruption-budgets.ts';
import { sameNamespace } from '../model/namespace.ts';
import type { PodTemplate } from '../model/pod.ts';
import { labelOf } from '../model/resource.ts';
import { isEmpty, selects, type Selector } from '../model/selector.ts';
import type { Service } from '../model/service.ts';
import { isAutoscaled } from './autoscaling.ts';
import { areBothScaled } from './scaling/rivals.ts';
import { areNamedAsVersions, mayRunSameProgram } from './versions.ts';

/** Two workloads whose selectors take each other's pods (S-018). */
export interface Overlap {
  readonly selector: Selector;
  readonly other: PodTemplate;
  readonly rivalSelector: Selector;
  /** A Service that sends to both. */
  readonly service: Service | undefined;
  /** Whether anything in sight takes the pods of both for those of one. Deployments tell theirs apart by owner and hash. */
  readonly mixes: boolean;
}

function ownSelector({ selector, workload }: PodTemplate): Selector | undefined {
  return selector?.written && !isEmpty(selector) && workload.kind !== 'Job' ? selector : undefined;
}

/** An order that the order of files and documents does not change. */
function isBefore(a: PodTemplate, b: PodTemplate): boolean {
  const [first, second] = [labelOf(a.workload), labelOf(b.workload)];
  if (first !== second) return first < second;
  const [one, other] = [a.workload.document, b.workload.document];
  if (one.file.path !== other.file.path) return one.file.path < other.file.path;
  return a.workload.body.at.span.start < b.workload.body.at.span.start;
}

function findShared(a: PodTemplate, b: PodTemplate, cluster: Cluster): Service | undefined {
  const own = new Set(cluster.servicesOf(a));
  return cluster.servicesOf(b).find(service => own.has(service));
}

/** Versions of one application side by side: by name, or one program behind one Service. */
function areVersions(a: PodTemplate, b: PodTemplate, cluster: Cluster): boolean {
  return areNamedAsVersions(a, b) || (findShared(a, b, cluster) !== undefined && mayRunSameProgram(a, b));
}

/** A budget that counts the pods of both. */
function haveSharedBudget(a: PodTemplate, b: PodTemplate, cluster: Cluster): boolean {
  const own = new Set(budgetsOf(cluster).over(a));
  return budgetsOf(cluster)
    .over(b)
    .some(budget => own.has(budget) && [a, b].every(({ labels }) => selects(budget.selector, labels) !== 'no'));
}

/** `pod-template-hash` keeps the pods of two Deployments apart; what else reads the labels takes both (S-018, S-329). */
function mix(a: PodTemplate, b: PodTemplate, cluster: Cluster): boolean {
  if (a.workload.kind !== 'Deployment' || b.workload.kind !== 'Deployment') return true;
  return findShared(a, b, cluster) !== undefined || isAutoscaled(a, cluster) || isAutoscaled(b, cluster) || haveSharedBudget(a, b, cluster);
}

/** The first workload before this one with which it shares its pods, so that a pair is told once. */
export function findOverlap(template: PodTemplate, cluster: Cluster): Overlap | undefined {
  const selector = ownSelector(template);
  if (!selector || cluster.hasUnread) return undefined;
  const rivals = cluster.podIndex.candidates(selector).filter(other => {
    const rival = ownSelector(other);
    if (!rival || other === template || !isBefore(other, template) || sameNamespace(template.workload, other.workload) !== 'yes') return false;
    return selects(selector, other.labels) === 'yes' && selects(rival, template.labels) === 'yes' && selects(selector, template.labels) === 'yes';
  });
  const [other] = rivals.filter(rival => !areVersions(rival, template, cluster)).sort((a, b) => (isBefore(a, b) ? -1 : 1));
  // Two that are autoscaled are told of their autoscalers.
  const rivalSelector = other && !areBothScaled(other, template, cluster) ? ownSelector(other) : undefined;
  return other && rivalSelector && { selector, other, rivalSelector, service: findShared(other, template, cluster), mixes: mix(other, template, cluster) };
}
