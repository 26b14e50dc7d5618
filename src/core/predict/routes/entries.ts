import type { Cluster } from '../../model/cluster.ts';
import { groupBy } from '../../model/group-by.ts';
import { classOf, controllerOf, ingressClassesOf, type ClassChoice } from '../../model/ingress-class.ts';
import type { IngressController } from '../../model/ingress-controller.ts';
import { annotationOf, ingressesOf, type Ingress } from '../../model/ingress.ts';
import { labelOf } from '../../model/resource.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Doubt } from '../endpoints/types.ts';
import type { Entry } from './types.ts';

interface Served {
  readonly ingress: Ingress;
  readonly choice: ClassChoice;
  readonly controller: IngressController | undefined;
  /** Equal for Ingresses that are served together. */
  readonly key: string;
  readonly doubts: readonly Doubt[];
}

function doubtClass(ingress: Ingress, choice: ClassChoice, cluster: Cluster): readonly Doubt[] {
  const name = labelOf(ingress.resource);
  if (choice.by === 'unknown') return [{ reason: `the class of ${name} is not known`, at: choice.at }];
  const isKnown = cluster.absenceProves || ingressClassesOf(cluster).length > 0;
  return choice.by === 'none' && isKnown ? [{ reason: `${name} names no class and none is the default, so no controller may take it`, at: choice.at }] : [];
}

/** What joins Ingresses: their class, or for controllers with a load balancer each, an annotation. */
function keyOf(ingress: Ingress, { by, name }: ClassChoice, controller: IngressController | undefined, number: number): string {
  if (by === 'unknown') return `ingress ${String(number)}`;
  if (controller?.sharing !== 'none') return `class ${name ?? ''}`;
  const group = controller.groupAnnotation === undefined ? undefined : valueOf(annotationOf(ingress, controller.groupAnnotation));
  return group === undefined ? `ingress ${String(number)}` : `group ${group}`;
}

function serve(ingress: Ingress, number: number, cluster: Cluster): Served {
  const choice = classOf(ingress, cluster);
  const { controller } = controllerOf(ingress, cluster);
  const doubts = [...doubtClass(ingress, choice, cluster)];
  if (cluster.isAlternative(ingress.resource)) doubts.push({ reason: `${labelOf(ingress.resource)} stands in several files`, at: ingress.resource.body.at });
  return { ingress, choice, controller, key: keyOf(ingress, choice, controller, number), doubts };
}

/** Ingresses of one group by their number, then by their names: what the AWS Load Balancer Controller goes by. */
function inOrder(served: readonly Served[], controller: IngressController | undefined): readonly Ingress[] {
  const ingresses = served.map(({ ingress }) => ingress);
  if (controller?.groupAnnotation === undefined) return ingresses;
  const orderAt = controller.groupAnnotation.replace(/\.name$/, '.order');
  const order = (ingress: Ingress): number => Number(valueOf(annotationOf(ingress, orderAt)) ?? 0);
  const name = ({ resource }: Ingress): string => `${valueOf(resource.namespace) ?? ''}/${valueOf(resource.name) ?? ''}`;
  return [...ingresses].sort((a, b) => order(a) - order(b) || (name(a) < name(b) ? -1 : 1));
}

/** Where requests come in, in the order of the files. */
export function findEntries(cluster: Cluster): readonly Entry[] {
  const groups = groupBy(
    ingressesOf(cluster).map((ingress, number) => serve(ingress, number, cluster)),
    ({ key }) => key,
  );
  return [...groups.values()].flatMap(served => {
    const [first] = served;
    if (!first) return [];
    // Ingresses of one class may show their controller by their annotations, or not at all.
    const controller = served.find(one => one.controller !== undefined)?.controller;
    const doubts = served.flatMap(one => one.doubts);
    return [{ className: first.choice.name, controller, ingresses: inOrder(served, controller), doubts }];
  });
}
