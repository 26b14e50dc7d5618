import { valueOf } from '../yaml/field.ts';
import type { PodTemplate } from './pod.ts';
import type { Selector } from './selector.ts';
import type { Service } from './service.ts';

function selectorText({ requirements }: Selector): string {
  return requirements
    .map(({ key, values }) => `${key}=${values.map(value => valueOf(value) ?? '').join()}`)
    .sort()
    .join('\n');
}

/** Whether two Services ask for the same pods. */
export function haveEqualSelectors(a: Service, b: Service): boolean {
  return selectorText(a.selector) === selectorText(b.selector);
}

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
