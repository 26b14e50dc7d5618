import type { Cluster, Target } from '../../model/cluster.ts';
import { isOfKnownKind, type Resource } from '../../model/resource.ts';
import type { Kinds } from '../../schema/kinds.ts';
import { serviceNetworks } from '../service-network.ts';
import type { Cause, Warning } from './cause.ts';
import type { CheckId } from './checks/index.ts';
import type { Engines } from './validator.ts';
import { reviewResource, type Review } from './review.ts';

/** One thing that the API server says to one object: a refusal, or a warning with which it accepts. */
export interface Refusal {
  readonly resource: Resource;
  readonly cause: Cause | Warning;
  /** What is written lacks something that it needs, and a kustomization may bring it: then nothing is proven by it. */
  readonly isPartial: boolean;
  /** It rests on a definition that svclint carries, or that stands elsewhere: the cluster may have another version of it. */
  readonly isCarried: boolean;
}

/** Checks that name what holds a field, and not the field that is absent. */
const LACKS: ReadonlySet<CheckId> = new Set<CheckId>(['ingress/spec-empty', 'ingress/backend', 'workload/selector-matches-nothing']);

const OF_EVERY_OBJECT: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/** Refusals of what is not there: fields, or labels that a selector asks for. Patches, labels and namespaces of a kustomization bring them. */
function isLack({ reason, check, cursor }: Cause): boolean {
  return reason === 'FieldValueRequired' || cursor.isAbsent || LACKS.has(check);
}

/** Of a version that is not served nothing more is checked: what holds metadata alone is taken for a part, as patches of annotations are. */
function isBare({ body }: Resource, causes: readonly Cause[]): boolean {
  return causes.some(({ check }) => check === 'decode/version-removed') && body.entries().every(({ key }) => OF_EVERY_OBJECT.has(key));
}

/** Whether a cause is the lack of what stands elsewhere or under a name that is spelt wrong: that is one mistake, and told there. */
function isMeantBy(cause: Cause, { meant }: Cause): boolean {
  if (!meant || !cause.cursor.isAbsent) return false;
  const path = [meant.mapping.fieldPath, meant.name].filter(Boolean).join('.');
  return cause.field === path || cause.field.startsWith(`${path}.`) || cause.field.startsWith(`${path}[`);
}

/** A LabelSelector is a type of Kubernetes itself: no release of a definition gives it other fields. */
const isOfSelector = ({ meant }: Cause): boolean => meant?.mapping.fieldPath.endsWith('.matchLabels') === true;

/** Whether the definition of a kind, and not what holds for every object, is what refuses. */
function restsOnDefinition(cause: Cause | Warning): boolean {
  return cause.check.startsWith('custom-resource/') || (cause.reason === 'unknown-field' && !cause.field.startsWith('metadata.') && !isOfSelector(cause));
}

/** Causes without those that only follow from others. */
function ownCauses(causes: readonly Cause[]): readonly Cause[] {
  const guessed = causes.filter(({ meant }) => meant !== undefined);
  return causes.filter(cause => cause.isEcho !== true && !guessed.some(other => isMeantBy(cause, other)));
}

/** What answers: the kinds and engines of the run, and the target of the scope. */
interface Server {
  readonly kinds: Kinds;
  readonly target: Target;
  readonly engines: Engines;
}

/** An object may belong to several scopes. Kinds, target and engines are those of the run; the networks of cluster IPs may be told by the scope. */
const REVIEWS = new WeakMap<Resource, Map<string, Review>>();

const TARGETS = new WeakMap<Cluster, Target>();

/** The target, with the networks that the manifests tell where the configuration tells none. */
function targetOf(cluster: Cluster): Target {
  let target = TARGETS.get(cluster);
  if (!target) {
    target = { ...cluster.target, serviceCidrs: serviceNetworks(cluster).map(({ text }) => text) };
    TARGETS.set(cluster, target);
  }
  return target;
}

function reviewOf(resource: Resource, { kinds, target, engines }: Server): Review {
  const networks = target.serviceCidrs.join();
  const held = REVIEWS.get(resource);
  const known = held?.get(networks);
  if (known) return known;
  const review = reviewResource(resource, kinds, target, engines);
  if (held) held.set(networks, review);
  else REVIEWS.set(resource, new Map([[networks, review]]));
  return review;
}

/** What the API server would answer to every object of a scope that is asked about, each taken by itself. */
export function reviewsOf(cluster: Cluster, engines: Engines = {}, isAsked: (resource: Resource) => boolean = () => true): readonly Review[] {
  const target = targetOf(cluster);
  return cluster.resources
    .filter(resource => isOfKnownKind(resource) && isAsked(resource))
    .map(resource => reviewOf(resource, { kinds: cluster.kinds, target, engines }));
}

/** Whether the definition of a kind may be another one in the cluster: svclint carries it, or it is not known to be applied with the object. */
function isFromElsewhere({ apiVersion, kind, document }: Resource, cluster: Cluster): boolean {
  const { source, definedIn } = cluster.kinds.find(apiVersion, kind) ?? {};
  if (definedIn === undefined) return source === 'bundled';
  return cluster.inDocument(definedIn).length === 0 || !cluster.appliesTogether(definedIn.file.path, document.file.path);
}

/** All that the API server says to a scope, object by object. */
export function refusalsOf(cluster: Cluster, engines: Engines = {}, isAsked?: (resource: Resource) => boolean): readonly Refusal[] {
  return reviewsOf(cluster, engines, isAsked).flatMap(({ resource, causes, warnings }) => {
    if (causes.length === 0 && warnings.length === 0) return [];
    const isPartial = (causes.some(isLack) || isBare(resource, causes)) && cluster.mayBeKustomized(resource);
    const isCarried = isFromElsewhere(resource, cluster);
    return [...ownCauses(causes), ...warnings].map(cause => ({ resource, cause, isPartial, isCarried: isCarried && restsOnDefinition(cause) }));
  });
}
