import type { IngressClass as IngressClassObject, IngressClassParametersReference } from 'kubernetes-types/networking/v1.d.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf, type Field } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import type { Answer } from './answer.ts';
import type { Cluster } from './cluster.ts';
import { INGRESS_GROUPS, type Ingress } from './ingress.ts';
import type { IngressController } from './ingress-controller.ts';
import { controllerByAnnotations, controllerByName, controllerByValue } from './ingress-controllers.ts';
import { PLATFORM_CLASSES } from './ingress-platforms.ts';
import type { Resource } from './resource.ts';

/** What an IngressClass says of the controller that takes the Ingresses which name it (S-259). */
export interface IngressClass {
  readonly resource: Resource;
  readonly name: Field<string>;
  /** Value such as `k8s.io/ingress-nginx`. */
  readonly controller: Field<string>;
  /** Whether Ingresses without a class get this one (S-258). */
  readonly isDefault: Answer;
  readonly parameters: Cursor<IngressClassParametersReference>;
}

const DEFAULT_ANNOTATION = 'ingressclass.kubernetes.io/is-default-class';

function readDefault(resource: Resource): Answer {
  const field = resource.metadata.get('annotations').as<Readonly<Record<string, string>>>().get(DEFAULT_ANNOTATION).string();
  if (field.state === 'unknown') return 'unknown';
  return valueOf(field) === 'true' ? 'yes' : 'no';
}

export function readIngressClass(resource: Resource): IngressClass {
  const spec = resource.body.as<IngressClassObject>().get('spec');
  return { resource, name: resource.name, controller: spec.get('controller').string(), isDefault: readDefault(resource), parameters: spec.get('parameters') };
}

const KNOWN = new WeakMap<Cluster, readonly IngressClass[]>();

/** The IngressClasses of a scope; they belong to no namespace. */
export function ingressClassesOf(cluster: Cluster): readonly IngressClass[] {
  let known = KNOWN.get(cluster);
  if (!known) {
    known = cluster.ofKind('IngressClass', ...INGRESS_GROUPS).map(readIngressClass);
    KNOWN.set(cluster, known);
  }
  return known;
}

/** The class of an Ingress, and who says so. */
export interface ClassChoice {
  /** `default`: an IngressClass of the set that claims Ingresses without a class. `platform`: what the configured platform brings. */
  readonly by: 'annotation' | 'field' | 'default' | 'platform' | 'none' | 'unknown';
  /** Undefined for none and unknown. */
  readonly name: string | undefined;
  /** Where it is written, or where it could be. */
  readonly at: Place;
  /** The IngressClass of the set with that name. */
  readonly object: IngressClass | undefined;
}

function named(by: ClassChoice['by'], field: Field<string>, cluster: Cluster): ClassChoice {
  if (field.state !== 'known') return { by: 'unknown', name: undefined, at: field.at, object: undefined };
  return { by, name: field.value, at: field.at, object: ingressClassesOf(cluster).find(({ name }) => valueOf(name) === field.value) };
}

function chooseDefault(ingress: Ingress, cluster: Cluster): ClassChoice {
  const classes = ingressClassesOf(cluster);
  const at = ingress.spec.at;
  const [first, ...rest] = classes.filter(({ isDefault }) => isDefault === 'yes');
  // Of several the newest wins, which no file tells (S-258).
  if (rest.length > 0 || classes.some(({ isDefault }) => isDefault === 'unknown')) return { by: 'unknown', name: undefined, at, object: undefined };
  if (first) return { by: 'default', name: valueOf(first.name), at: first.resource.body.at, object: first };
  const byPlatform = PLATFORM_CLASSES[cluster.target.platform ?? '']?.default;
  return { by: byPlatform === undefined ? 'none' : 'platform', name: byPlatform, at, object: undefined };
}

/** The class of an Ingress: annotation before field before the default (S-258). */
export function classOf(ingress: Ingress, cluster: Cluster): ClassChoice {
  const { classAnnotation, className, annotations } = ingress;
  if (classAnnotation.state === 'unknown') return named('annotation', classAnnotation, cluster);
  if (classAnnotation.state === 'known' && classAnnotation.value !== '') return named('annotation', classAnnotation, cluster);
  // An empty name is a name for the admission plugin, which then adds none, and names no class.
  if (valueOf(className) === '') return { by: 'none', name: undefined, at: className.at, object: undefined };
  if (className.state !== 'absent') return named('field', className, cluster);
  return annotations.isOpen || ingress.spec.isOpen
    ? { by: 'unknown', name: undefined, at: ingress.spec.at, object: undefined }
    : chooseDefault(ingress, cluster);
}

/** The controller that serves an Ingress, and what tells. */
export interface ControllerChoice {
  /** Undefined where it is none that svclint knows. */
  readonly controller: IngressController | undefined;
  /** `class`: an IngressClass names it. `name`: the class has its usual name. `annotations`: the Ingress has annotations that only it reads. */
  readonly by: 'class' | 'name' | 'annotations' | 'platform' | 'none';
}

function byObject({ object }: ClassChoice): ControllerChoice | undefined {
  const value = object && valueOf(object.controller);
  return value === undefined ? undefined : { controller: controllerByValue(value), by: 'class' };
}

/** The controller of the class of an Ingress; of several that use one class name, the one whose annotations the Ingress has. */
export function controllerOf(ingress: Ingress, cluster: Cluster): ControllerChoice {
  const choice = classOf(ingress, cluster);
  const known = byObject(choice);
  if (known) return known;
  const keys = ingress.annotations.entries().map(({ key }) => key);
  if (choice.name !== undefined) {
    const controller = controllerByName(choice.name, keys);
    return { controller, by: controller === undefined ? 'none' : choice.by === 'platform' ? 'platform' : 'name' };
  }
  const controller = controllerByAnnotations(keys);
  return { controller, by: controller === undefined ? 'none' : 'annotations' };
}

/** Whether a platform brings a class of that name, which no file of the set has to show. */
export function isClassOfPlatform(name: string, cluster: Cluster): boolean {
  return PLATFORM_CLASSES[cluster.target.platform ?? '']?.names.includes(name) ?? false;
}
