import type { Cluster } from '../model/cluster.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { Service } from '../model/service.ts';
import { valueOf, valueOr, type Field } from '../yaml/field.ts';
import { isApplicationKey } from './twins.ts';

/** Pods of a Job behind a Service that is for other pods. */
export interface JobPods {
  readonly template: PodTemplate;
  /** The selected label to change, the one that names the application where there is one. */
  readonly label: { readonly key: string; readonly value: Field<string> };
}

/** A Job that serves: it probes a container, or gives its pods names under the Service. */
function serves({ spec, containers, workload }: PodTemplate, service: Service): boolean {
  const probed = containers.some(({ body, ports }) => ports.length > 0 && (body.get('readinessProbe').isPresent || body.get('livenessProbe').isPresent));
  const subdomain = valueOr(spec.get('subdomain').string(), '');
  const name = valueOf(service.resource.name);
  return probed || subdomain === undefined || (subdomain !== '' && (name === undefined || subdomain === name)) || workload.kind === 'Pod';
}

/** Jobs whose pods get requests of a Service while they run, beside those of the workload that the Service is for (S-015, S-028). */
export function findJobPods(service: Service, cluster: Cluster): readonly JobPods[] {
  const { sure } = cluster.selectionOf(service);
  if (!sure.some(({ kind, replicas }) => kind?.runs === 'serving' && valueOf(replicas) !== 0)) return [];
  return sure
    .filter(template => template.kind?.runs === 'batch' && (valueOf(template.replicas) ?? 0) !== 0 && !serves(template, service))
    .flatMap(template => {
      const labels = service.selector.requirements.flatMap(({ key }) => {
        const value = template.labels.entries.get(key);
        return value ? [{ key, value }] : [];
      });
      const label = labels.find(({ key }) => isApplicationKey(key)) ?? labels[0];
      return label ? [{ template, label }] : [];
    });
}
