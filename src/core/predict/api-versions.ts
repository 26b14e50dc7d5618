import type { Cluster } from '../model/cluster.ts';
import type { Resource } from '../model/resource.ts';
import type { KindInfo } from '../schema/kinds.ts';
import { cursorAt, walk } from '../schema/walk.ts';
import { findNearest } from '../text/near.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { isSet } from './admission/read.ts';

/** What has to be written besides another apiVersion, by the kind and the version that replaces it (S-347). */
const CHANGES: Readonly<Record<string, string>> = {
  'networking.k8s.io/v1 Ingress': 'write backend.service.name, backend.service.port and pathType',
  'apps/v1 Deployment': 'write spec.selector with the labels of the template',
  'apps/v1 DaemonSet': 'write spec.selector with the labels of the template',
  'apps/v1 ReplicaSet': 'write spec.selector with the labels of the template',
  'apps/v1 StatefulSet': 'write spec.selector with the labels of the template',
  'autoscaling/v2 HorizontalPodAutoscaler': 'write each metric with a target',
  'policy/v1 PodDisruptionBudget': 'mind that an empty selector selects all pods there',
  'discovery.k8s.io/v1 EndpointSlice': 'write nodeName and zone in place of topology',
  'apiextensions.k8s.io/v1 CustomResourceDefinition': 'give each version a schema',
  'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration': 'write sideEffects and admissionReviewVersions',
  'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration': 'write sideEffects and admissionReviewVersions',
};

/** Kinds whose old versions mean in the new one what they meant, field by field and default by default, where the new one has every field. */
const SAME_MEANING: ReadonlySet<string> = new Set([
  'APIService',
  'CSIDriver',
  'CSINode',
  'CSIStorageCapacity',
  'ClusterRole',
  'ClusterRoleBinding',
  'CronJob',
  'EndpointSlice',
  'FlowSchema',
  'IngressClass',
  'Lease',
  'NetworkPolicy',
  'PriorityClass',
  'Role',
  'RoleBinding',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'VolumeAttachment',
  'VolumeAttributesClass',
]);

const serves = ({ served: { since = 0, until = Infinity } = {}, isOffByDefault = false }: KindInfo, minors: readonly number[]): boolean =>
  !isOffByDefault && minors.every(minor => minor >= since && minor <= until);

/** The version that every minor of the target serves in place of another one: its replacement, or the newest of its group or name. */
export function successorOf(kind: KindInfo, { kinds, target: { minors } }: Cluster): KindInfo | undefined {
  const named = kinds.named(kind.kind).filter(({ source, apiVersion }) => source === kind.source && apiVersion !== kind.apiVersion);
  const { replacement } = kind.deprecation ?? {};
  const told = replacement && kinds.find(replacement.apiVersion, replacement.kind);
  return [...(told ? [told] : []), ...named].find(other => serves(other, minors));
}

/** Fields that are written and that another version does not have. */
export function fieldsLost({ body }: Resource, successor: KindInfo, { target: { minors } }: Cluster): readonly Cursor[] {
  const schema = successor.schema();
  if (!schema) return [];
  const { problems } = walk(body, schema, { quantityFault: () => undefined, isFreeText: () => true, minors });
  return problems.filter(({ kind }) => kind === 'unknown-field').map(({ steps }) => cursorAt(body, steps));
}

/** Whether the object means the same when only its apiVersion is changed. */
export function meansTheSame(resource: Resource, successor: KindInfo, cluster: Cluster): boolean {
  const { kind, version, body } = resource;
  if (kind !== successor.kind) return false;
  const isKept =
    SAME_MEANING.has(kind) ||
    (kind === 'HorizontalPodAutoscaler' && version === 'v2beta2') ||
    // In v1beta1 an empty selector selects nothing, in v1 everything (S-009).
    (kind === 'PodDisruptionBudget' && ['matchLabels', 'matchExpressions'].some(part => isSet(body.get('spec').get('selector').get(part))));
  return isKept && fieldsLost(resource, successor, cluster).length === 0;
}

/** What to do about a version that goes: `Use batch/v1`, with what changes on the way. */
export function adviceOf(resource: Resource, successor: KindInfo | undefined, cluster: Cluster): string | undefined {
  if (!successor) return undefined;
  const use = `Use ${successor.apiVersion}${successor.kind === resource.kind ? '' : ` ${successor.kind}`}`;
  if (meansTheSame(resource, successor, cluster)) return `${use}, the fields are the same`;
  const change = CHANGES[`${successor.apiVersion} ${successor.kind}`];
  return change === undefined ? use : `${use} and ${change}`;
}

/** The kind that a name evidently means: of the same version, else of any that the target serves; equal but for letter case, singular and plural, or a slip. */
export function findNearKind({ apiVersion, kind }: Resource, { kinds, target: { minors } }: Cluster): KindInfo | undefined {
  const nameOf = (name: string): string => name;
  const own = findNearest(
    kind,
    kinds.ofVersion(apiVersion).map(info => info.kind),
    nameOf,
  );
  const name = own ?? findNearest(kind, kinds.kindNames(), nameOf);
  return name === undefined ? undefined : (kinds.find(apiVersion, name) ?? kinds.named(name).find(info => serves(info, minors)));
}
