import type { FieldSpec } from '../kustomization.ts';

/** A field of all kinds of a group: `Deployment apps spec/replicas`. */
function field(path: string, create: boolean, kind = '', { group = '', version = '' } = {}): FieldSpec {
  return { group, version, kind, path, create };
}

const BATCH = { group: 'batch' };
const APPS = { group: 'apps' };
const NETWORKING = { group: 'networking.k8s.io' };
const CORE = { version: 'v1' };

/** K-072. */
export const NAME_FIELDS: readonly FieldSpec[] = [field('metadata/name', false)];

/** Kinds whose names no prefix or suffix changes, by their original kind (K-072). */
export const UNAFFIXED_KINDS: readonly { readonly group: string; readonly kind: string }[] = [
  { group: '', kind: 'CustomResourceDefinition' },
  { group: 'apiregistration.k8s.io', kind: 'APIService' },
  { group: '', kind: 'Namespace' },
];

/** Beside `metadata/namespace` of all that has a namespace (K-071). */
export const NAMESPACE_FIELDS: readonly FieldSpec[] = [
  field('metadata/name', true, 'Namespace'),
  field('spec/service/namespace', true, 'APIService', { group: 'apiregistration.k8s.io' }),
  field('spec/conversion/webhook/clientConfig/service/namespace', false, 'CustomResourceDefinition', { group: 'apiextensions.k8s.io' }),
];

export const METADATA_LABELS: FieldSpec = field('metadata/labels', true);
export const METADATA_ANNOTATIONS: FieldSpec = field('metadata/annotations', true);

/** `includeTemplates` (K-073). */
export const TEMPLATE_LABEL_FIELDS: readonly FieldSpec[] = [
  METADATA_LABELS,
  field('spec/template/metadata/labels', true, 'ReplicationController', CORE),
  field('spec/template/metadata/labels', true, 'Deployment'),
  field('spec/template/metadata/labels', true, 'ReplicaSet'),
  field('spec/template/metadata/labels', true, 'DaemonSet'),
  field('spec/template/metadata/labels', true, 'StatefulSet', APPS),
  field('spec/volumeClaimTemplates[]/metadata/labels', true, 'StatefulSet', APPS),
  field('spec/template/metadata/labels', true, 'Job', BATCH),
  field('spec/jobTemplate/metadata/labels', true, 'CronJob', BATCH),
  field('spec/jobTemplate/spec/template/metadata/labels', true, 'CronJob', BATCH),
];

function placementFields(kind: string): FieldSpec[] {
  const terms = ['podAffinity', 'podAntiAffinity'].flatMap(affinity => [
    `affinity/${affinity}/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm`,
    `affinity/${affinity}/requiredDuringSchedulingIgnoredDuringExecution`,
  ]);
  return [...terms, 'topologySpreadConstraints'].map(path => field(`spec/template/spec/${path}/labelSelector/matchLabels`, false, kind, APPS));
}

/** `includeSelectors` and `commonLabels` (K-073). */
export const SELECTOR_LABEL_FIELDS: readonly FieldSpec[] = [
  field('spec/selector', true, 'Service', CORE),
  field('spec/selector', true, 'ReplicationController', CORE),
  field('spec/selector/matchLabels', true, 'Deployment'),
  ...placementFields('Deployment'),
  field('spec/selector/matchLabels', true, 'ReplicaSet'),
  field('spec/selector/matchLabels', true, 'DaemonSet'),
  field('spec/selector/matchLabels', true, 'StatefulSet', APPS),
  ...placementFields('StatefulSet'),
  field('spec/selector/matchLabels', false, 'Job', BATCH),
  field('spec/jobTemplate/spec/selector/matchLabels', false, 'CronJob', BATCH),
  field('spec/selector/matchLabels', false, 'PodDisruptionBudget', { group: 'policy' }),
  field('spec/podSelector/matchLabels', false, 'NetworkPolicy', NETWORKING),
  field('spec/ingress/from/podSelector/matchLabels', false, 'NetworkPolicy', NETWORKING),
  field('spec/egress/to/podSelector/matchLabels', false, 'NetworkPolicy', NETWORKING),
  ...TEMPLATE_LABEL_FIELDS,
];

/** K-074. */
export const ANNOTATION_FIELDS: readonly FieldSpec[] = [
  field('metadata/annotations', true),
  field('spec/template/metadata/annotations', true, 'ReplicationController', CORE),
  field('spec/template/metadata/annotations', true, 'Deployment'),
  field('spec/template/metadata/annotations', true, 'ReplicaSet'),
  field('spec/template/metadata/annotations', true, 'DaemonSet'),
  field('spec/template/metadata/annotations', true, 'StatefulSet'),
  field('spec/template/metadata/annotations', true, 'Job', BATCH),
  field('spec/jobTemplate/metadata/annotations', true, 'CronJob', BATCH),
  field('spec/jobTemplate/spec/template/metadata/annotations', true, 'CronJob', BATCH),
];

/** Gone through after every list of containers at any depth (K-075). */
export const IMAGE_FIELDS: readonly FieldSpec[] = ['spec', 'spec/template/spec'].flatMap(spec =>
  ['containers[]/image', 'initContainers[]/image', 'volumes[]/image/reference'].map(path => field(`${spec}/${path}`, true)),
);

/** K-076, in the order in which kustomize lists them. */
export const REPLICA_FIELDS: readonly FieldSpec[] = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'].map(kind =>
  field('spec/replicas', true, kind),
);
