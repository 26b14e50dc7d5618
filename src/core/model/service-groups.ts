import type { PodTemplate } from './pod.ts';
import type { Service } from './service.ts';

/** Services by the pod templates that `podsOf` gives for them. */
export function groupServices(
  services: readonly Service[],
  podsOf: (service: Service) => readonly PodTemplate[],
): ReadonlyMap<PodTemplate, readonly Service[]> {
  const groups = new Map<PodTemplate, Service[]>();
  for (const service of services) {
    for (const template of podsOf(service)) {
      const group = groups.get(template);
      if (group) group.push(service);
      else groups.set(template, [service]);
    }
  }
  return groups;
}
