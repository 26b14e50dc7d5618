import type { Cluster } from '../model/cluster.ts';
import { classOf, controllerOf, ingressClassesOf } from '../model/ingress-class.ts';
import { ingressesOf, type Ingress } from '../model/ingress.ts';
import type { Resource } from '../model/resource.ts';
import { valueOf } from '../yaml/field.ts';

/** What the set says of an Ingress that names no class, where none is the default (S-258). */
export interface WithoutClass {
  /** `classes`: IngressClasses of the set, none of them the default. `siblings`: other Ingresses name one. `nothing`: neither. */
  readonly evidence: 'classes' | 'siblings' | 'nothing';
  /** The only class that the set shows. */
  readonly name: string | undefined;
  /** What shows it. */
  readonly witness: Resource | undefined;
  /** An IngressClass of that name is in the set. */
  readonly isObject: boolean;
}

/** Controllers that take Ingresses without a class, unless they are told not to. */
const TAKES_ALL = /(?:^|\/)(?:traefik|contour)(?:[:@]|$)/;

/** Whether a controller of the set takes Ingresses without a class: some do, ingress-nginx does where a flag says so. */
function takesUnclassed(cluster: Cluster): boolean {
  return cluster.containers.some(({ body }) => {
    const flags = [...body.get('args').items(), ...body.get('command').items()];
    return TAKES_ALL.test(valueOf(body.get('image').string()) ?? '') || flags.some(({ text = '' }) => text.includes('watch-ingress-without-class'));
  });
}

function onlyOne(names: readonly (string | undefined)[]): string | undefined {
  return new Set(names).size === 1 ? names[0] : undefined;
}

/** Finds out what is known of an Ingress without a class; undefined where it has one, may have one, or needs none. */
export function findWithoutClass(ingress: Ingress, cluster: Cluster): WithoutClass | undefined {
  if (classOf(ingress, cluster).by !== 'none' || takesUnclassed(cluster)) return undefined;
  // GKE serves what names no class.
  if (controllerOf(ingress, cluster).controller?.id === 'gce') return undefined;
  const classes = ingressClassesOf(cluster);
  const siblings = ingressesOf(cluster).filter(other => ['field', 'annotation'].includes(classOf(other, cluster).by));
  if (classes.length > 0) {
    const name = onlyOne(classes.map(each => valueOf(each.name)));
    return { evidence: 'classes', name, witness: classes[0]?.resource, isObject: name !== undefined };
  }
  const name = onlyOne(siblings.map(other => classOf(other, cluster).name));
  return { evidence: siblings.length > 0 ? 'siblings' : 'nothing', name, witness: siblings[0]?.resource, isObject: false };
}
