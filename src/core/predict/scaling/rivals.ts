import type { Cluster } from '../../model/cluster.ts';
import { compareNamespaces } from '../../model/namespace.ts';
import type { PodTemplate } from '../../model/pod.ts';
import type { Reference } from '../../model/references/reference.ts';
import { referencesOf } from '../../model/references/references.ts';
import { labelOf, type Resource } from '../../model/resource.ts';
import { isEmpty, selects, type Selector } from '../../model/selector.ts';
import { valueOf, valueOr } from '../../yaml/field.ts';
import type { Untyped } from '../../yaml/untyped.ts';
import { utilizationsOf } from './metrics.ts';
import { scaledPods } from './targets.ts';

/** Rows of what sets the number of pods. */
const HORIZONTAL = ['scale-target', 'keda-scale-target'];

/** Another autoscaler of the same workload. */
export interface RivalScaler {
  readonly rival: Resource;
  /** The resource that both steer, where one sets the number of pods and the other one their size. */
  readonly resource: string | undefined;
  /** Whether both are known to be applied together: they stand in one file, or somebody says so. */
  readonly isProof: boolean;
}

/** An order that the order of files does not change. Two of one kind and name are two states of one object. */
function isBefore(a: Resource, b: Resource): boolean {
  return labelOf(a) < labelOf(b);
}

/** KEDA makes a HorizontalPodAutoscaler of its own, or takes one over. */
function isOfScaledObject(hpa: Resource, { body, kind, name, metadata }: Resource): boolean {
  if (kind !== 'ScaledObject' || hpa.kind === 'ScaledObject') return false;
  const taken = body.as<Untyped>().get('spec').get('advanced').get('horizontalPodAutoscalerConfig').get('name').string();
  const own = valueOf(hpa.name);
  return (
    own === undefined ||
    own === `keda-hpa-${valueOf(name) ?? ''}` ||
    (taken.state !== 'absent' && (valueOf(taken) ?? own) === own && metadata.get('annotations').get('scaledobject.keda.sh/transfer-hpa-ownership').isWritten)
  );
}

/** What a VerticalPodAutoscaler changes in running pods: nothing in the modes `Off` and `Initial`. */
function resized({ body }: Resource): readonly string[] {
  const spec = body.as<Untyped>().get('spec');
  const mode = spec.get('updatePolicy').get('updateMode').string();
  const policies = spec.get('resourcePolicy').get('containerPolicies');
  if (mode.state === 'unknown' || ['Off', 'Initial'].includes(valueOf(mode) ?? '') || policies.isOpen) return [];
  const isResized = (resource: string): boolean =>
    policies.items().every(policy => {
      const controlled = policy.get('controlledResources');
      return (
        valueOr(policy.get('mode').string(), 'Auto') === 'Auto' && (controlled.isAbsent || controlled.items().some(item => valueOf(item.string()) === resource))
      );
    });
  return ['cpu', 'memory'].filter(isResized);
}

function findShared(vpa: Resource, hpa: Resource): string | undefined {
  const sizes = resized(vpa);
  return utilizationsOf(hpa).find(({ resource }) => sizes.includes(resource))?.resource;
}

/** The first autoscaler before this one that steers the same workload, so that a pair is told once. */
export function findRivalScaler(reference: Reference, cluster: Cluster): RivalScaler | undefined {
  const { from, kind, row } = reference;
  const name = valueOf(reference.name);
  if (name === undefined || kind === undefined || from.name.state !== 'known' || cluster.hasUnread) return undefined;
  const isVertical = row.id === 'vpa-target';
  const rivals = referencesOf(cluster)
    .to(kind, name)
    .filter(
      other =>
        HORIZONTAL.includes(other.row.id) &&
        other.from !== from &&
        other.from.name.state === 'known' &&
        compareNamespaces(other.from.namespace, from.namespace) === 'yes',
    )
    .map(other => other.from)
    .sort((a, b) => (isBefore(a, b) ? -1 : 1));
  if (isVertical) {
    const rival = rivals.find(hpa => findShared(from, hpa) !== undefined);
    return rival && { rival, resource: findShared(from, rival), isProof: cluster.areSurelyTogether(from, rival) };
  }
  const rival = rivals.find(other => isBefore(other, from) && !isOfScaledObject(other, from) && !isOfScaledObject(from, other));
  return rival && { rival, resource: undefined, isProof: cluster.areSurelyTogether(from, rival) };
}

/** Two autoscaled workloads of which one selects the pods of the other one, so that neither is scaled (S-329). */
export interface ScalerAmbiguity {
  /** The workload whose selector takes pods of the other one. */
  readonly taker: PodTemplate;
  readonly selector: Selector;
  readonly other: PodTemplate;
  readonly scalers: readonly [Resource, Resource];
}

interface Scaled {
  readonly scaler: Resource;
  readonly pods: PodTemplate;
}

const SCALED = new WeakMap<Cluster, readonly Scaled[]>();

function scaledOf(cluster: Cluster): readonly Scaled[] {
  const known =
    SCALED.get(cluster) ??
    referencesOf(cluster)
      .ofRows(HORIZONTAL)
      .flatMap(reference => {
        const pods = scaledPods(reference, cluster);
        return pods ? [{ scaler: reference.from, pods }] : [];
      });
  SCALED.set(cluster, known);
  return known;
}

function takes({ selector }: PodTemplate, other: PodTemplate): boolean {
  return selector !== undefined && !isEmpty(selector) && selects(selector, other.labels) === 'yes';
}

/** Whether both are autoscaled, so that their overlap is told of the autoscalers. */
export function areBothScaled(a: PodTemplate, b: PodTemplate, cluster: Cluster): boolean {
  const scaled = scaledOf(cluster).map(({ pods }) => pods);
  return scaled.includes(a) && scaled.includes(b);
}

export function findScalerAmbiguity({ from }: Reference, cluster: Cluster): ScalerAmbiguity | undefined {
  const own = scaledOf(cluster).find(({ scaler }) => scaler === from);
  if (!own || cluster.hasUnread) return undefined;
  const rivals = scaledOf(cluster)
    .filter(
      ({ scaler, pods }) => isBefore(scaler, from) && pods !== own.pods && compareNamespaces(pods.workload.namespace, own.pods.workload.namespace) === 'yes',
    )
    .filter(({ pods }) => labelOf(pods.workload) !== labelOf(own.pods.workload) && (takes(pods, own.pods) || takes(own.pods, pods)))
    .sort((a, b) => (isBefore(a.scaler, b.scaler) ? -1 : 1));
  const [rival] = rivals;
  if (!rival) return undefined;
  const [taker, other] = takes(own.pods, rival.pods) ? [own.pods, rival.pods] : [rival.pods, own.pods];
  return taker.selector && { taker, selector: taker.selector, other, scalers: [rival.scaler, from] };
}
