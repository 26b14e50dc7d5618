import type { Cluster } from '../model/cluster.ts';
import { sameNamespace } from '../model/namespace.ts';
import type { PodTemplate } from '../model/pod.ts';
import { isEmpty, selects, type Selector } from '../model/selector.ts';
import type { Service } from '../model/service.ts';
import { areNamedAsVersions } from './versions.ts';

/** Two workloads whose selectors take each other's pods (S-018). */
export interface Overlap {
  readonly selector: Selector;
  readonly other: PodTemplate;
  readonly rivalSelector: Selector;
  /** A Service that sends to both. */
  readonly service: Service | undefined;
}

function ownSelector({ selector, workload }: PodTemplate): Selector | undefined {
  return selector?.written && !isEmpty(selector) && workload.kind !== 'Job' ? selector : undefined;
}

function isBefore(a: PodTemplate, b: PodTemplate): boolean {
  const [one, other] = [a.workload.document, b.workload.document];
  if (one.file.path !== other.file.path) return one.file.path < other.file.path;
  return a.workload.body.at.span.start < b.workload.body.at.span.start;
}

/** The first workload before this one with which it shares its pods, so that a pair is told once. */
export function findOverlap(template: PodTemplate, cluster: Cluster): Overlap | undefined {
  const selector = ownSelector(template);
  if (!selector) return undefined;
  const rivals = cluster.podIndex.candidates(selector).filter(other => {
    const rival = ownSelector(other);
    if (!rival || other === template || !isBefore(other, template) || sameNamespace(template.workload, other.workload) !== 'yes') return false;
    return selects(selector, other.labels) === 'yes' && selects(rival, template.labels) === 'yes' && selects(selector, template.labels) === 'yes';
  });
  const other = rivals.find(rival => !areNamedAsVersions(rival, template));
  const rivalSelector = other && ownSelector(other);
  if (!other || !rivalSelector) return undefined;
  const shared = new Set(cluster.servicesOf(other));
  return { selector, other, rivalSelector, service: cluster.servicesOf(template).find(service => shared.has(service)) };
}
