import type { KindName, Reference } from '../model/references/reference.ts';
import { UNKNOWN } from '../model/resource.ts';
import { WORKLOAD_KINDS } from '../model/workload-kinds.ts';
import type { Role } from './graph.ts';

const BY_KIND: Readonly<Record<string, Role>> = {
  Service: 'service',
  Host: 'workload',
  Endpoints: 'workload',
  EndpointSlice: 'workload',
  Ingress: 'route',
  IngressRoute: 'route',
  IngressRouteTCP: 'route',
  IngressRouteUDP: 'route',
  HTTPRoute: 'route',
  GRPCRoute: 'route',
  TLSRoute: 'route',
  TCPRoute: 'route',
  UDPRoute: 'route',
  HTTPProxy: 'route',
  Route: 'route',
  VirtualService: 'route',
  APIService: 'route',
  ValidatingWebhookConfiguration: 'route',
  MutatingWebhookConfiguration: 'route',
  Gateway: 'gateway',
  HorizontalPodAutoscaler: 'guard',
  VerticalPodAutoscaler: 'guard',
  ScaledObject: 'guard',
  PodDisruptionBudget: 'guard',
  NetworkPolicy: 'guard',
  PodMonitor: 'guard',
  Canary: 'guard',
  ServiceMonitor: 'route',
  ConfigMap: 'config',
  Secret: 'config',
  PersistentVolumeClaim: 'config',
  ServiceAccount: 'config',
};

const WORKLOADS: ReadonlySet<string> = new Set(WORKLOAD_KINDS.map(each => each.kind));

/** What objects of a kind are. */
export function roleOfKind(kind: string, holdsPods: boolean): Role {
  return holdsPods || WORKLOADS.has(kind) ? 'workload' : (BY_KIND[kind] ?? 'other');
}

/** Kinds that the platform or somebody else brings, so that nobody misses them in a set. */
const OF_THE_PLATFORM: ReadonlySet<string> = new Set([
  'IngressClass',
  'GatewayClass',
  'StorageClass',
  'PriorityClass',
  'RuntimeClass',
  'ClusterRole',
  'Role',
  'PersistentVolume',
  'ClusterIssuer',
]);

/** Users and groups are no objects. */
export function isObjectKind(kind: KindName): boolean {
  return kind !== 'rbac.authorization.k8s.io/User' && kind !== 'rbac.authorization.k8s.io/Group' && !kind.endsWith(UNKNOWN);
}

export function isOfThePlatform(kind: string, name: string): boolean {
  return OF_THE_PLATFORM.has(kind) || (kind === 'ServiceAccount' && name === 'default');
}

/** Rows of the table of references whose names do not tell what the reference does. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^env-from-/, 'env from'],
  [/^env-/, 'env'],
  [/^(?:volume-claim-of)$/, 'bound to'],
  [/^(?:volume-storage-class|claim-storage-class|claim-template-storage-class)$/, 'storage class'],
  [/^(?:claim-volume)$/, 'bound to'],
  [/^(?:volume|projected)-/, 'volume'],
  [/^service-account$/, 'runs as'],
  [/^(?:image-pull-secret|account-secret)$/, 'pulls with'],
  [/-(?:backend|service|proxy-service|default-before-v1)(?:-before-v1)?$|^ingress-(?:backend|default)|^route-backend/, 'sends to'],
  [/mirror$/, 'mirrors to'],
  [/-parent$/, 'attaches'],
  [/-class$/, 'class'],
  [/tls|certificate/, 'TLS'],
  [/scale-target$/, 'scales'],
  [/-target$/, 'acts on'],
  [/^binding-role$/, 'grants'],
  [/^binding-subject$/, 'binds'],
];

const OF_VERB: Readonly<Record<Reference['row']['verb'], string>> = { needs: 'needs', uses: 'uses', makes: 'makes', mentions: 'names' };

/** What a reference does, in a word or two. */
export function wordOf({ row }: Reference): string {
  if (row.verb === 'makes') return OF_VERB.makes;
  return WORDS.find(([pattern]) => pattern.test(row.id))?.[1] ?? OF_VERB[row.verb];
}

/** Rows that name against the way of a request: a route names the Gateway whose requests it takes. */
export function runsBackwards({ row }: Reference): boolean {
  return row.id === 'route-parent';
}
