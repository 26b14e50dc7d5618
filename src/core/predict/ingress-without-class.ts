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
}

/** Controllers that take Ingresses without a class, unless they are told not to. */
const TAKES_ALL = /(?:^|\/)(?:traefik|contour)(?:[:@]|$)/;

/** Whether a controller of the set takes or may take Ingresses without a class: some do, ingress-nginx does where a flag says so. */
function takesUnclassed(cluster: Cluster): boolean {
  return cluster.containers.some(({ body }) => {
    const flags = [...body.get('args').items(), ...body.get('command').items()];
    const image = body.get('image').string();
    if (image.state === 'unknown' || TAKES_ALL.test(valueOf(image) ?? '')) return true;
    return flags.some(flag => flag.string().state === 'unknown' || flag.text?.includes('watch-ingress-without-class') === true);
  });
}

function onlyOne(names: readonly (string | undefined)[]): string | undefined {
  return new Set(names).size === 1 ? names[0] : undefined;
}

/** What the set shows of classes; undefined where an Ingress needs none. */
function readShown(cluster: Cluster): WithoutClass | undefined {
  if (takesUnclassed(cluster)) return undefined;
  const classes = ingressClassesOf(cluster);
  if (classes.length > 0) return { evidence: 'classes', name: onlyOne(classes.map(each => valueOf(each.name))), witness: classes[0]?.resource };
  const choices = ingressesOf(cluster).map(other => ({ other, choice: classOf(other, cluster) }));
  const siblings = choices.filter(({ choice }) => choice.by === 'field' || choice.by === 'annotation');
  return {
    evidence: siblings.length > 0 ? 'siblings' : 'nothing',
    name: onlyOne(siblings.map(({ choice }) => choice.name)),
    witness: siblings[0]?.other.resource,
  };
}

const SHOWN = new WeakMap<Cluster, { readonly shown: WithoutClass | undefined }>();

/** Finds out what is known of an Ingress without a class; undefined where it has one, may have one, or needs none. */
export function findWithoutClass(ingress: Ingress, cluster: Cluster): WithoutClass | undefined {
  // GKE serves what names no class.
  if (classOf(ingress, cluster).by !== 'none' || controllerOf(ingress, cluster).controller?.id === 'gce') return undefined;
  let known = SHOWN.get(cluster);
  if (!known) {
    known = { shown: readShown(cluster) };
    SHOWN.set(cluster, known);
  }
  return known.shown;
}
