import type { NameReference } from '../context.ts';
import type { Gvk } from '../identity.ts';
import type { FieldSpec } from '../kustomization.ts';

type Referrer = readonly [kind: string, path: string, group?: string | undefined, version?: string | undefined];

/** Where a pod stands in the kinds that make pods. */
const POD: Referrer = ['Pod', 'spec'];
const CORE_POD: Referrer = ['Pod', 'spec', '', 'v1'];
const CRON_JOB: Referrer = ['CronJob', 'spec/jobTemplate/spec/template/spec'];

function makersOf(...kinds: readonly string[]): Referrer[] {
  return kinds.map(kind => [kind, 'spec/template/spec']);
}

/** Kinds that name accounts, priorities and claims. */
const WORKLOADS = [POD, ...makersOf('StatefulSet', 'Deployment', 'ReplicationController', 'Job', 'DaemonSet'), CRON_JOB];
/** Kinds that name ConfigMaps and Secrets. */
const READERS = [
  CORE_POD,
  ['PodTemplate', 'template/spec'] satisfies Referrer,
  ...makersOf('Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet', 'Job'),
  CRON_JOB,
];

function inPods(pods: readonly Referrer[], ...paths: readonly string[]): Referrer[] {
  return pods.flatMap(([kind, at, group, version]) => paths.map((path): Referrer => [kind, `${at}/${path}`, group, version]));
}

function inContainers(...paths: readonly string[]): string[] {
  return ['containers', 'initContainers'].flatMap(list => paths.map(path => `${list}/${path}`));
}

function specOf([kind, path, group = '', version = '']: Referrer): FieldSpec {
  return { group, version, kind, path, create: false };
}

function named(target: Partial<Gvk>, ...referrers: readonly Referrer[]): NameReference {
  return { group: '', version: '', kind: '', ...target, fieldSpecs: referrers.map(specOf) };
}

const RBAC = 'rbac.authorization.k8s.io';
const ADMISSION = 'admissionregistration.k8s.io';
const SCALED: Referrer = ['HorizontalPodAutoscaler', 'spec/scaleTargetRef/name'];

/** `resourceNames` are looked up as each of these kinds, whatever `resources` say (K-065). */
const RULES: readonly Referrer[] = [
  ['Role', 'rules/resourceNames'],
  ['ClusterRole', 'rules/resourceNames'],
];

const CONFIG_MAP_PATHS = [
  'volumes/configMap/name',
  'volumes/projected/sources/configMap/name',
  ...inContainers('env/valueFrom/configMapKeyRef/name', 'envFrom/configMapRef/name'),
];

const SECRET_PATHS = [
  'volumes/secret/secretName',
  'volumes/projected/sources/secret/name',
  'imagePullSecrets/name',
  ...inContainers('env/valueFrom/secretKeyRef/name', 'envFrom/secretRef/name'),
];

const SECRET_REFERRERS: readonly Referrer[] = [
  ...inPods(READERS, ...SECRET_PATHS),
  ['Ingress', 'spec/tls/secretName'],
  ['Ingress', 'metadata/annotations/ingress.kubernetes.io\\/auth-secret'],
  ['Ingress', 'metadata/annotations/nginx.ingress.kubernetes.io\\/auth-secret'],
  ['Ingress', 'metadata/annotations/nginx.ingress.kubernetes.io\\/auth-tls-secret'],
  ['ServiceAccount', 'imagePullSecrets/name'],
  ['StorageClass', 'parameters/secretName'],
  ['StorageClass', 'parameters/adminSecretName'],
  ['StorageClass', 'parameters/userSecretName'],
  ['StorageClass', 'parameters/secretRef'],
  ...RULES,
  ['Service', 'spec/template/spec/containers/env/valueFrom/secretKeyRef/name', 'serving.knative.dev', 'v1'],
  ['PersistentVolume', 'spec/azureFile/secretName'],
];

const SERVICE_REFERRERS: readonly Referrer[] = [
  ['StatefulSet', 'spec/serviceName', 'apps'],
  ['Ingress', 'spec/rules/http/paths/backend/serviceName'],
  ['Ingress', 'spec/backend/serviceName'],
  ['Ingress', 'spec/rules/http/paths/backend/service/name'],
  ['Ingress', 'spec/defaultBackend/service/name'],
  ['APIService', 'spec/service/name', 'apiregistration.k8s.io'],
  ['ValidatingWebhookConfiguration', 'webhooks/clientConfig/service', ADMISSION],
  ['MutatingWebhookConfiguration', 'webhooks/clientConfig/service', ADMISSION],
];

/** Which fields hold the names of which kinds, in the order in which kustomize goes through the kinds (K-060). */
export const NAME_REFERENCES: readonly NameReference[] = [
  named(
    { group: 'storage.k8s.io', version: 'v1', kind: 'StorageClass' },
    ['PersistentVolume', 'spec/storageClassName'],
    ['PersistentVolumeClaim', 'spec/storageClassName'],
    ['StatefulSet', 'spec/volumeClaimTemplates/spec/storageClassName'],
  ),
  named(
    { version: 'v1', kind: 'ServiceAccount' },
    ['RoleBinding', 'subjects', RBAC],
    ['ClusterRoleBinding', 'subjects', RBAC],
    ...inPods(WORKLOADS, 'serviceAccountName'),
  ),
  named({ group: RBAC, kind: 'Role' }, ['RoleBinding', 'roleRef/name', RBAC]),
  named({ group: RBAC, kind: 'ClusterRole' }, ['RoleBinding', 'roleRef/name', RBAC], ['ClusterRoleBinding', 'roleRef/name', RBAC]),
  named({ version: 'v1', kind: 'ConfigMap' }, ...inPods(READERS, ...CONFIG_MAP_PATHS), ['Node', 'spec/configSource/configMap'], ...RULES, [
    'Ingress',
    'metadata/annotations/nginx.ingress.kubernetes.io\\/fastcgi-params-configmap',
  ]),
  named({ version: 'v1', kind: 'Secret' }, ...SECRET_REFERRERS),
  named({ version: 'v1', kind: 'Service' }, ...SERVICE_REFERRERS),
  named({ group: 'scheduling.k8s.io', version: 'v1', kind: 'PriorityClass' }, ...inPods(WORKLOADS, 'priorityClassName')),
  named({ version: 'v1', kind: 'PersistentVolume' }, ['PersistentVolumeClaim', 'spec/volumeName'], ['ClusterRole', 'rules/resourceNames']),
  named({ version: 'v1', kind: 'PersistentVolumeClaim' }, ...inPods(WORKLOADS, 'volumes/persistentVolumeClaim/claimName')),
  named({ kind: 'Deployment' }, SCALED),
  named({ kind: 'StatefulSet' }, SCALED),
  named({ group: ADMISSION, kind: 'ValidatingAdmissionPolicy' }, ['ValidatingAdmissionPolicyBinding', 'spec/policyName', ADMISSION]),
  // The group holds a version, so that no object ever fits: ingressClassName is not rewritten (K-064).
  named({ group: 'networking.k8s.io/v1', version: 'v1', kind: 'IngressClass' }, ['Ingress', 'spec/ingressClassName']),
  named({ kind: 'ReplicaSet' }, SCALED),
  named({ kind: 'ReplicationController' }, SCALED),
];
