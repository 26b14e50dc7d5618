import type { DisruptionBudget } from '../model/disruption-budgets.ts';
import type { Cluster } from '../model/cluster.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { Selection } from '../model/selection.ts';
import type { Selector } from '../model/selector.ts';
import type { Service } from '../model/service.ts';
import { valueOf, valueOr, type Field } from '../yaml/field.ts';
import { resolveTargetPort } from './target-port.ts';
import { isApplicationKey } from './twins.ts';

/** Pods of a Job among those that a Service or budget is for. */
export interface JobPods {
  readonly template: PodTemplate;
  /** The selected label to change, the one that names the application where there is one. */
  readonly label: { readonly key: string; readonly value: Field<string> };
}

/** A Job that serves: it probes a container, or gives its pods names under the Service. */
function serves({ spec, containers }: PodTemplate, service: Service): boolean {
  const probed = containers.some(({ body, ports }) => ports.length > 0 && (body.get('readinessProbe').isPresent || body.get('livenessProbe').isPresent));
  const subdomain = valueOr(spec.get('subdomain').string(), '');
  const name = valueOf(service.resource.name);
  return probed || subdomain === undefined || (subdomain !== '' && (name === undefined || subdomain === name));
}

/**
 * Whether a port of the Service leads into the pods: a name that their containers lack gives no endpoint (S-042, S-043). The name of a headless
 * Service is answered with all pods.
 */
function isReached({ ports, headless }: Service, template: PodTemplate, minors: readonly number[]): boolean {
  return headless === 'yes' || ports.some(port => resolveTargetPort(port, template, minors).state === 'resolved');
}

/** A Pod that Helm makes for a hook or test, or that is not started again when it ends. */
function isPodThatEnds({ workload, spec }: PodTemplate): boolean {
  if (workload.kind !== 'Pod' || workload.group !== '') return false;
  const policy = valueOf(spec.get('restartPolicy').string());
  return policy === 'Never' || policy === 'OnFailure' || workload.metadata.get('annotations').get('helm.sh/hook').isPresent;
}

/** Workloads whose pods end, among those that a selector takes beside serving ones (S-015). */
function findEnding(selector: Selector, { sure }: Selection, ends: (template: PodTemplate) => boolean): readonly JobPods[] {
  if (!sure.some(template => template.kind?.runs === 'serving' && valueOf(template.replicas) !== 0 && !ends(template))) return [];
  return sure
    .filter(template => ends(template) && (valueOf(template.replicas) ?? 0) !== 0)
    .flatMap(template => {
      const labels = selector.requirements.flatMap(({ key }) => {
        const value = template.labels.entries.get(key);
        return value ? [{ key, value }] : [];
      });
      const label = labels.find(({ key }) => isApplicationKey(key)) ?? labels[0];
      return label ? [{ template, label }] : [];
    });
}

/** Jobs whose pods get requests of a Service while they run, beside those of the workload that the Service is for (S-015, S-028). */
export function findJobPods(service: Service, cluster: Cluster): readonly JobPods[] {
  const { minors } = cluster.target;
  const jobs = findEnding(service.selector, cluster.selectionOf(service), template => template.kind?.runs === 'batch' && !serves(template, service));
  return jobs.filter(({ template }) => isReached(service, template, minors));
}

/** Jobs, and Pods that end, which a disruption budget counts beside those of the workload that it is for (S-330). */
export function findCountedJobPods({ selector, selection }: DisruptionBudget): readonly JobPods[] {
  return findEnding(selector, selection, template => template.kind?.runs === 'batch' || isPodThatEnds(template));
}
