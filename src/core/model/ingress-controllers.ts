import type { IngressController } from './ingress-controller.ts';
import { INGRESS_CONTROLLERS } from './ingress-controller-table.ts';

function domainOf(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf('/')));
}

function hasAnnotation({ marks }: IngressController, keys: readonly string[]): boolean {
  return keys.some(key => marks.includes(domainOf(key)) || marks.includes(key));
}

/** The controller that an IngressClass names. */
export function controllerByValue(value: string): IngressController | undefined {
  return INGRESS_CONTROLLERS.find(({ values }) => values.test(value));
}

/** The controller whose classes usually have a name; of several, the one whose annotations are there, else the one that is met most. */
export function controllerByName(name: string, annotations: readonly string[]): IngressController | undefined {
  const named = INGRESS_CONTROLLERS.filter(({ classNames }) => classNames.test(name));
  return named.find(controller => hasAnnotation(controller, annotations)) ?? named[0];
}

/** The controller that reads the annotations of an Ingress, where it is only one. */
export function controllerByAnnotations(annotations: readonly string[]): IngressController | undefined {
  const [first, ...others] = INGRESS_CONTROLLERS.filter(controller => hasAnnotation(controller, annotations));
  return others.length === 0 ? first : undefined;
}
