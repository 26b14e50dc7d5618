import type { ReferenceRow } from '../reference.ts';

const CONTAINERS = '{containers,initContainers,ephemeralContainers}[]';
const PROJECTED = 'volumes[].projected.sources[]';

/** Drivers of volumes that read a Secret, each with the field that names it. */
const SECRET_VOLUMES: readonly (readonly [id: string, at: string])[] = [
  ['volume-csi-secret', 'volumes[].csi.nodePublishSecretRef'],
  ['volume-ceph-secret', 'volumes[].{cephfs,rbd,flexVolume,scaleIO,storageos}.secretRef'],
  ['volume-iscsi-secret', 'volumes[].iscsi.secretRef'],
];

/** What a pod needs before its containers start. */
export const POD_ROWS: readonly ReferenceRow[] = [
  ...(['config-map', 'secret'] as const).flatMap((word): ReferenceRow[] => {
    const to = word === 'secret' ? '/Secret' : '/ConfigMap';
    const camel = word === 'secret' ? 'secret' : 'configMap';
    const own = { verb: 'needs', from: 'pod', to, optional: 'optional' } as const;
    return [
      { ...own, id: `env-${word}`, at: `${CONTAINERS}.env[].valueFrom.${camel}KeyRef`, key: 'key', source: 'v1 EnvVarSource' },
      { ...own, id: `env-from-${word}`, at: `${CONTAINERS}.envFrom[].${camel}Ref`, source: 'v1 EnvFromSource' },
      { ...own, id: `volume-${word}`, at: `volumes[].${camel}`, name: word === 'secret' ? 'secretName' : 'name', key: 'items[].key', source: 'v1 Volume' },
      { ...own, id: `projected-${word}`, at: `${PROJECTED}.${camel}`, key: 'items[].key', source: 'v1 VolumeProjection' },
    ];
  }),
  {
    id: 'volume-claim',
    verb: 'needs',
    from: 'pod',
    at: 'volumes[].persistentVolumeClaim',
    name: 'claimName',
    to: '/PersistentVolumeClaim',
    source: 'v1 Volume',
  },
  { id: 'volume-azure-secret', verb: 'needs', from: 'pod', at: 'volumes[].azureFile', name: 'secretName', to: '/Secret', source: 'v1 AzureFileVolumeSource' },
  ...SECRET_VOLUMES.map(([id, at]): ReferenceRow => ({ id, verb: 'needs', from: 'pod', at, to: '/Secret', source: 'v1 Volume' })),
  { id: 'service-account', verb: 'needs', from: 'pod', at: 'serviceAccountName', name: '', to: '/ServiceAccount', source: 'S-155' },
  {
    id: 'old-service-account',
    verb: 'needs',
    from: 'pod',
    at: '',
    name: 'serviceAccount',
    unless: 'serviceAccountName',
    to: '/ServiceAccount',
    source: 'v1 PodSpec.serviceAccount',
  },
  { id: 'image-pull-secret', verb: 'uses', from: 'pod', at: 'imagePullSecrets[]', to: '/Secret', source: 'v1 PodSpec.imagePullSecrets' },
  {
    id: 'priority-class',
    verb: 'needs',
    from: 'pod',
    at: 'priorityClassName',
    name: '',
    to: 'scheduling.k8s.io/PriorityClass',
    source: 'v1 PodSpec.priorityClassName',
  },
  { id: 'runtime-class', verb: 'needs', from: 'pod', at: 'runtimeClassName', name: '', to: 'node.k8s.io/RuntimeClass', source: 'v1 PodSpec.runtimeClassName' },
  {
    id: 'resource-claim',
    verb: 'needs',
    from: 'pod',
    at: 'resourceClaims[].resourceClaimName',
    name: '',
    to: 'resource.k8s.io/ResourceClaim',
    source: 'v1 PodResourceClaim',
  },
  {
    id: 'resource-claim-template',
    verb: 'needs',
    from: 'pod',
    at: 'resourceClaims[].resourceClaimTemplateName',
    name: '',
    to: 'resource.k8s.io/ResourceClaimTemplate',
    source: 'v1 PodResourceClaim',
  },
];
