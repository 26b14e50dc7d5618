import type { MergeType } from './merge-type.ts';

const type = (fields: Readonly<Record<string, MergeType>>): MergeType => ({ fields: new Map(Object.entries(fields)) });
const list = (...keys: readonly string[]): MergeType => ({ fields: new Map(), keys });
const listOf = (items: MergeType, ...keys: readonly string[]): MergeType => ({ fields: new Map(), keys, items });

const metadata = type({ finalizers: list(), ownerReferences: list('uid') });
const conditions = type({ conditions: list('type') });
const object = type({ metadata });
const withConditions = type({ metadata, status: conditions });

const mounts = { env: list('name'), volumeDevices: list('devicePath'), volumeMounts: list('mountPath') };
const container = type({ ...mounts, ports: list('containerPort', 'protocol') });
const podSpec = type({
  containers: listOf(container, 'name'),
  initContainers: listOf(container, 'name'),
  ephemeralContainers: listOf(type(mounts), 'name'),
  hostAliases: list('ip'),
  imagePullSecrets: list('name'),
  topologySpreadConstraints: list('topologyKey', 'whenUnsatisfiable'),
  volumes: listOf(type({ ephemeral: type({ volumeClaimTemplate: object }) }), 'name'),
});
const template = type({ metadata, spec: podSpec });
const workload = type({ metadata, spec: type({ template }), status: conditions });
const cronJob = type({ metadata, spec: type({ jobTemplate: type({ metadata, spec: type({ template }) }) }) });
const webhooks = type({ metadata, webhooks: list('name') });
const csiNode = type({ metadata, spec: type({ drivers: list('name') }) });

/** Kinds of which only the lists in `metadata` are merged. */
const PLAIN: Readonly<Record<string, string>> = {
  v1: 'Binding ConfigMap Endpoints Event LimitRange PersistentVolume ResourceQuota Secret',
  'apiextensions.k8s.io/v1beta1': 'CustomResourceDefinition',
  'apiextensions.k8s.io/v1': 'CustomResourceDefinition',
  'apps/v1': 'ControllerRevision',
  'authentication.k8s.io/v1beta1': 'TokenReview',
  'authentication.k8s.io/v1': 'TokenRequest TokenReview',
  'authorization.k8s.io/v1beta1': 'LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview',
  'authorization.k8s.io/v1': 'LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview',
  'autoscaling/v1': 'HorizontalPodAutoscaler Scale',
  'autoscaling/v2beta1': 'HorizontalPodAutoscaler',
  'autoscaling/v2beta2': 'HorizontalPodAutoscaler',
  'certificates.k8s.io/v1beta1': 'CertificateSigningRequest',
  'certificates.k8s.io/v1': 'CertificateSigningRequest',
  'coordination.k8s.io/v1beta1': 'Lease',
  'coordination.k8s.io/v1': 'Lease',
  'discovery.k8s.io/v1beta1': 'EndpointSlice',
  'discovery.k8s.io/v1': 'EndpointSlice',
  'events.k8s.io/v1beta1': 'Event',
  'events.k8s.io/v1': 'Event',
  'extensions/v1beta1': 'Ingress',
  'flowcontrol.apiserver.k8s.io/v1beta1': 'FlowSchema PriorityLevelConfiguration',
  'networking.k8s.io/v1beta1': 'Ingress IngressClass',
  'networking.k8s.io/v1': 'Ingress IngressClass NetworkPolicy',
  'node.k8s.io/v1beta1': 'RuntimeClass',
  'node.k8s.io/v1': 'RuntimeClass',
  'policy/v1beta1': 'Eviction PodSecurityPolicy',
  'rbac.authorization.k8s.io/v1beta1': 'ClusterRole ClusterRoleBinding Role RoleBinding',
  'rbac.authorization.k8s.io/v1': 'ClusterRole ClusterRoleBinding Role RoleBinding',
  'scheduling.k8s.io/v1beta1': 'PriorityClass',
  'scheduling.k8s.io/v1': 'PriorityClass',
  'storage.k8s.io/v1beta1': 'CSIDriver CSIStorageCapacity StorageClass VolumeAttachment',
  'storage.k8s.io/v1': 'CSIDriver StorageClass VolumeAttachment',
};

/** The kinds that kustomize has a schema of, which is that of Kubernetes 1.21 (K-093): all lists of other kinds are replaced. */
export const MERGE_TYPES: ReadonlyMap<string, MergeType> = new Map<string, MergeType>([
  ...Object.entries(PLAIN).flatMap(([version, kinds]) => kinds.split(' ').map((kind): [string, MergeType] => [`${version} ${kind}`, object])),
  ...['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'].map((kind): [string, MergeType] => [`apps/v1 ${kind}`, workload]),
  ['batch/v1 Job', workload],
  ['v1 ReplicationController', workload],
  ['batch/v1 CronJob', cronJob],
  ['batch/v1beta1 CronJob', cronJob],
  ['v1 Pod', type({ metadata, spec: podSpec, status: type({ conditions: list('type'), podIPs: list('ip') }) })],
  ['v1 PodTemplate', type({ metadata, template })],
  ['v1 Service', type({ metadata, spec: type({ ports: list('port', 'protocol') }), status: conditions })],
  ['v1 ServiceAccount', type({ metadata, secrets: list('name') })],
  ['v1 Namespace', withConditions],
  ['v1 PersistentVolumeClaim', withConditions],
  ['v1 ComponentStatus', type({ metadata, conditions: list('type') })],
  ['v1 Node', type({ metadata, spec: type({ podCIDRs: list() }), status: type({ addresses: list('type'), conditions: list('type') }) })],
  ['policy/v1 PodDisruptionBudget', withConditions],
  ['policy/v1beta1 PodDisruptionBudget', withConditions],
  ['apiregistration.k8s.io/v1 APIService', withConditions],
  ['apiregistration.k8s.io/v1beta1 APIService', withConditions],
  ['storage.k8s.io/v1 CSINode', csiNode],
  ['storage.k8s.io/v1beta1 CSINode', csiNode],
  ...['v1', 'v1beta1'].flatMap(version =>
    ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'].map((kind): [string, MergeType] => [
      `admissionregistration.k8s.io/${version} ${kind}`,
      webhooks,
    ]),
  ),
]);
