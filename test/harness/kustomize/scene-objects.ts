import type { Random } from '../random.ts';
import type { Raw, RawMap } from './raw-yaml.ts';

export const NAMES = ['web', 'api', 'db', 'job-1'] as const;
const WORDS = [
  'a',
  'nginx',
  '"8080"',
  '8080',
  'yes',
  "'on'",
  'true',
  '"true"',
  '1.5',
  '1e3',
  '0x1F',
  '010',
  '~',
  'null',
  '""',
  "'a: b'",
  '2024-01-02',
  '|-\nline one\nline two',
  '>-\nfolded\ntext',
  '"tab\\there"',
  'ä ö',
  '-x',
  '1_000',
  '0o17',
  '.5',
  '12345678901234567890',
];

export const pickOf = <T>(random: Random, from: readonly T[]): T => from[random.below(from.length)] as T;
export const chance = (random: Random, of = 2): boolean => random.below(of) === 0;

/** Entries that are there by chance. */
export function some(random: Random, entries: Readonly<Record<string, () => Raw>>, of = 2): RawMap {
  return Object.fromEntries(Object.entries(entries).flatMap(([key, make]) => (chance(random, of) ? [[key, make()]] : [])));
}

export const word = (random: Random): string => pickOf(random, WORDS);
/** A scalar that is a string wherever it stands. */
export const text = (random: Random): string => pickOf(random, ['a', 'b-1', '"8080"', "'yes'", 'nginx', '"x y"', 'eu', '|-\ntwo\nlines']);

export function pairs(random: Random, make: (random: Random) => string = text): RawMap {
  return some(random, {
    app: () => make(random),
    tier: () => make(random),
    'example.com/part': () => make(random),
    ...(chance(random, 60) && { "'8080'": () => make(random) }),
  });
}

function port(random: Random): RawMap {
  return {
    containerPort: pickOf(random, ['80', '8080', '9090', '"8080"']),
    ...some(random, { protocol: () => pickOf(random, ['TCP', 'UDP']), name: () => pickOf(random, ['http', 'metrics']) }),
  };
}

function variable(random: Random): RawMap {
  const name = pickOf(random, ['A', 'B', 'HOST', 'LEVEL']);
  return {
    name,
    ...(chance(random, 3)
      ? { valueFrom: { configMapKeyRef: { name: pickOf(random, ['conf', 'settings']), key: 'a' } } }
      : { value: pickOf(random, [text(random), '$(API)-x', '$(API)', word(random)]) }),
  };
}

const several = <T>(random: Random, make: (random: Random) => T, most = 3): T[] => Array.from({ length: random.below(most + 1) }, () => make(random));

/** Elements with one name each: lists with the same name twice are made too, now and then. */
function named(random: Random, names: readonly string[], make: (name: string) => RawMap): Raw[] {
  return names.filter(() => chance(random)).map(make);
}

export function container(random: Random, name: string): RawMap {
  return {
    ...(chance(random, 25) ? {} : { name }),
    ...some(random, {
      image: () => pickOf(random, ['nginx:1.25', 'nginx', 'docker.io/library/redis:7', 'busybox@sha256:0123', 'reg.example:5000/app:v1']),
      command: () => several(random, word),
      args: () => several(random, () => pickOf(random, ['--x', '$(API)', '"-v"'])),
      env: () => several(random, variable),
      ports: () => several(random, port, 2),
      volumeMounts: () => several(random, () => ({ mountPath: pickOf(random, ['/etc/a', '/data']), name: pickOf(random, ['conf', 'data']) }), 2),
      resources: () => ({ limits: some(random, { cpu: () => pickOf(random, ['1', '"1"', '500m']), memory: () => '1Gi' }) }),
      securityContext: () => some(random, { runAsUser: () => '1000', privileged: () => 'false' }),
    }),
  };
}

function volume(random: Random): RawMap {
  return {
    name: pickOf(random, ['conf', 'data']),
    ...pickOf<RawMap>(random, [
      { configMap: { name: 'conf' } },
      { secret: { secretName: 'keys' } },
      { emptyDir: {} },
      { persistentVolumeClaim: { claimName: 'data' } },
    ]),
  };
}

export function podSpec(random: Random): RawMap {
  return {
    containers: named(random, ['app', 'side', 'log'], name => container(random, name)),
    ...some(
      random,
      {
        volumes: () => several(random, volume, 2),
        serviceAccountName: () => 'runner',
        hostAliases: () => [{ ip: '10.0.0.1', hostnames: ['a'] }],
        tolerations: () => [{ key: 'a', operator: 'Exists' }],
        imagePullSecrets: () => [{ name: 'keys' }],
        nodeSelector: () => pairs(random),
        initContainers: () => named(random, ['init'], name => container(random, name)),
        topologySpreadConstraints: () => [{ topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: pairs(random) } }],
      },
      3,
    ),
  };
}

export function metadata(random: Random, name: string): RawMap {
  return {
    name,
    ...some(
      random,
      {
        labels: () => pairs(random),
        annotations: () => pairs(random, word),
        namespace: () => pickOf(random, ['one', 'two']),
        finalizers: () => several(random, () => pickOf(random, ['example.com/a', 'example.com/b']), 2),
      },
      3,
    ),
  };
}

const template = (random: Random): RawMap => ({
  metadata: some(random, { labels: () => pairs(random), annotations: () => pairs(random) }),
  spec: podSpec(random),
});

function workload(random: Random): RawMap {
  return {
    ...some(random, {
      replicas: () => pickOf(random, ['1', '3', '"2"']),
      selector: () => ({ matchLabels: pairs(random) }),
      strategy: () => ({ type: 'RollingUpdate', rollingUpdate: { maxSurge: '1' } }),
    }),
    template: template(random),
  };
}

const SPECS: Readonly<Record<string, (random: Random) => RawMap>> = {
  'apps/v1 Deployment': random => ({ spec: workload(random) }),
  'apps/v1 StatefulSet': random => ({
    spec: { ...workload(random), serviceName: 'web', volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'] } }] },
  }),
  'apps/v1 DaemonSet': random => ({ spec: workload(random) }),
  'batch/v1 CronJob': random => ({ spec: { schedule: '"* * * * *"', jobTemplate: { spec: { template: template(random) } } } }),
  'v1 Service': random => ({
    spec: {
      ...some(random, { selector: () => pairs(random), type: () => 'ClusterIP' }),
      ports: several(
        random,
        () => ({
          port: pickOf(random, ['80', '443']),
          ...some(random, {
            protocol: () => 'TCP',
            name: () => pickOf(random, ['http', 'https']),
            targetPort: () => pickOf(random, ['http', '8080', '"8080"', '$(PORT)']),
          }),
        }),
        2,
      ),
    },
  }),
  'v1 ConfigMap': random => ({ data: some(random, { a: () => text(random), b: () => word(random), 'file.conf': () => '|\nx=1\ny=2' }) }),
  'v1 ServiceAccount': random => some(random, { secrets: () => [{ name: 'keys' }], imagePullSecrets: () => [{ name: 'keys' }] }),
  'networking.k8s.io/v1 Ingress': random => ({
    spec: {
      rules: [
        {
          host: pickOf(random, ['a.example.com', '$(API).example.com']),
          http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: pickOf(random, NAMES), port: { number: '80' } } } }] },
        },
      ],
    },
  }),
  'autoscaling/v2 HorizontalPodAutoscaler': random => ({
    spec: {
      maxReplicas: '3',
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: pickOf(random, NAMES) },
      metrics: [{ type: 'Resource', resource: { name: 'cpu' } }],
    },
  }),
  'policy/v1 PodDisruptionBudget': random => ({ spec: { minAvailable: '1', selector: { matchLabels: pairs(random) } } }),
  'rbac.authorization.k8s.io/v1 RoleBinding': random => ({
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'reader' },
    subjects: [{ kind: 'ServiceAccount', name: pickOf(random, ['runner', 'default']), ...some(random, { namespace: () => 'one' }) }],
  }),
  'rbac.authorization.k8s.io/v1 ClusterRole': () => ({ rules: [{ apiGroups: ['""'], resources: ['secrets'], resourceNames: ['keys'], verbs: ['get'] }] }),
  'example.com/v1 Widget': random => ({
    spec: {
      list: several(random, () => ({ name: pickOf(random, ['a', 'b']), value: word(random) })),
      ...some(random, { text: () => word(random), nested: () => ({ image: 'nginx', containers: [{ name: 'x', image: 'nginx:1' }] }) }),
    },
  }),
};

export const KINDS = Object.keys(SPECS);

/** Kinds whose name others refer to have one name each. */
const FIXED_NAMES: Readonly<Record<string, string>> = { ServiceAccount: 'runner', ClusterRole: 'reader' };

export interface SceneObject {
  readonly gvk: string;
  readonly kind: string;
  readonly name: string;
  readonly raw: RawMap;
}

export function makeObject(random: Random, gvk = pickOf(random, KINDS), given?: string): SceneObject {
  const [apiVersion = '', kind = ''] = gvk.split(' ');
  const name = given ?? FIXED_NAMES[kind] ?? (kind === 'ConfigMap' ? pickOf(random, ['conf', 'settings']) : pickOf(random, NAMES));
  return { gvk, kind, name, raw: { apiVersion, kind, metadata: metadata(random, name), ...SPECS[gvk]?.(random) } };
}
