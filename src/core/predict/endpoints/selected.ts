import type { Cluster } from '../../model/cluster.ts';
import { sameNamespace } from '../../model/namespace.ts';
import type { PodTemplate } from '../../model/pod.ts';
import { labelOf } from '../../model/resource.ts';
import { satisfies, type Requirement } from '../../model/selector.ts';
import type { Service } from '../../model/service.ts';
import type { Place } from '../../yaml/place.ts';
import type { Environment } from './environment.ts';
import { findOwnLabel, predictPods, type PodSet } from './pods.ts';
import type { Doubt, Predicted, PredictedPod } from './types.ts';

/** What several Services ask about: pods are worked out once a template. */
export interface PredictionContext {
  readonly cluster: Cluster;
  readonly environment: Environment;
  readonly podSets: Map<PodTemplate, Predicted<PodSet>>;
}

export interface SelectedPods {
  readonly sets: readonly PodSet[];
  readonly doubts: readonly Doubt[];
}

function podSetOf(template: PodTemplate, { environment, podSets }: PredictionContext): Predicted<PodSet> {
  const found = podSets.get(template) ?? predictPods(template, environment);
  podSets.set(template, found);
  return found;
}

function holdsLabel(requirement: Requirement, value: string, at: Place): boolean {
  return satisfies(requirement, { open: false, at, entries: new Map([[requirement.key, { state: 'known', value, at }]]) }) === 'yes';
}

/** Whether a pod carries what the selector wants of the labels that tell pods of one workload apart (S-020). */
function isMeant(service: Service, pod: PredictedPod): boolean {
  return service.selector.requirements.every(requirement => {
    const own = findOwnLabel(requirement, pod);
    return own === undefined || holdsLabel(requirement, own, requirement.at);
  });
}

/** The controller that makes an observed object: a ReplicaSet's pods are not counted beside those of the ReplicaSet. */
function isMadeByOther(template: PodTemplate, cluster: Cluster): boolean {
  const { workload } = template;
  if (!workload.observed) return false;
  return workload.metadata
    .get('ownerReferences')
    .items()
    .some(owner => {
      const [kind, name] = [owner.get('kind').string(), owner.get('name').string()];
      return kind.state === 'known' && name.state === 'known' && cluster.find(workload, kind.value, name.value).length > 0;
    });
}

function doubtAbout(service: Service, template: PodTemplate): Doubt {
  const hidden = service.selector.requirements.find(({ values }) => values.some(value => value.state === 'unknown'));
  if (hidden || service.selector.open) return { reason: 'its selector is not known', at: hidden?.at ?? service.selector.at };
  const apart = sameNamespace(service.resource, template.workload) === 'unknown';
  const what = apart ? 'is in its namespace' : 'has the labels that it selects';
  return { reason: `whether ${labelOf(template.workload)} ${what} is not known`, at: apart ? template.workload.body.at : template.labels.at };
}

/** The pods behind the selector of a Service, as far as they are sure. */
export function selectPods(service: Service, context: PredictionContext): SelectedPods {
  const { cluster } = context;
  const { sure, possible } = cluster.selectionOf(service);
  const sets: PodSet[] = [];
  const doubts = possible.filter(template => !isMadeByOther(template, cluster)).map(template => doubtAbout(service, template));
  for (const template of sure) {
    if (isMadeByOther(template, cluster)) continue;
    const predicted = podSetOf(template, context);
    if (cluster.isAlternative(template.workload))
      doubts.push({ reason: `${labelOf(template.workload)} stands in several files`, at: template.workload.body.at });
    else if (predicted.doubt) doubts.push(predicted.doubt);
    else sets.push({ ...predicted.value, pods: predicted.value.pods.filter(pod => isMeant(service, pod)) });
  }
  return { sets, doubts };
}
