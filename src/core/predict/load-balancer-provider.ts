import { directoryOf, isWithin } from '../text/path.ts';
import type { Cluster } from '../model/cluster.ts';
import { fileOf, type Resource } from '../model/resource.ts';
import type { Service } from '../model/service.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import { hidesValues } from '../yaml/hides-values.ts';
import type { Place } from '../yaml/place.ts';
import { CLOUD_MARK, CONTROLLER_IMAGE, POOL_KINDS, PROVIDER_DOMAINS, PROVIDER_KEYS } from './load-balancer-evidence.ts';

/** Platforms that give LoadBalancer Services no address by themselves (S-332, S-338). */
export type BarePlatform = 'kind' | 'minikube' | 'k3d' | 'microk8s' | 'kubeadm' | 'bare-metal';

/** What is known of who gives a LoadBalancer Service its address. */
export type Provision =
  | { readonly state: 'served' }
  | { readonly state: 'unknown' }
  /** `at`: what tells the platform; undefined where the configuration does. */
  | { readonly state: 'pending'; readonly platform: BarePlatform; readonly at: Place | undefined };

const PLATFORMS = new Map<string, BarePlatform | 'served'>([
  ...(['kind', 'minikube', 'microk8s', 'kubeadm', 'bare-metal'] as const).map(name => [name, name] as const),
  // k3d is k3s in containers, and k3s serves LoadBalancer Services itself.
  ...['k3s', 'k3d', 'docker-desktop', 'rancher-desktop', 'orbstack', 'aks', 'azure', 'eks', 'aws', 'gke', 'gcp', 'doks', 'digitalocean', 'lke', 'oke'].map(
    name => [name, 'served'] as const,
  ),
]);

/** Names that `platform` may have. */
export const PLATFORM_NAMES: readonly string[] = [...PLATFORMS.keys()].sort();

function isOfProvider(key: string): boolean {
  return PROVIDER_DOMAINS.has(key.split('/')[0] ?? '') || PROVIDER_KEYS.test(key);
}

function keysOf(mapping: Cursor<Readonly<Record<string, string>>>): readonly string[] {
  return mapping.entries().map(({ key }) => key);
}

/** What the Service itself says: it got an address, names a class or a provider's annotation, or brings addresses of its own. */
function isServedByItself({ resource, spec }: Service): boolean {
  const annotations = resource.metadata.get('annotations');
  const status = resource.body.get('status').get('loadBalancer').get('ingress');
  if (annotations.isOpen || spec.isOpen || status.items().length > 0) return true;
  if (!spec.get('loadBalancerClass').isAbsent || spec.get('externalIPs').items().length > 0) return true;
  return [...keysOf(annotations), ...keysOf(resource.metadata.get('labels'))].some(isOfProvider);
}

function marksCloud(resource: Resource): boolean {
  const marks = [...keysOf(resource.metadata.get('annotations')), valueOf(resource.body.get('provisioner').string()) ?? ''];
  return marks.some(mark => CLOUD_MARK.test(mark));
}

function findController(cluster: Cluster): boolean {
  return (
    cluster.podTemplates.some(
      ({ spec, containers }) =>
        containers.some(({ image }) => CONTROLLER_IMAGE.test(valueOf(image) ?? '')) || keysOf(spec.get('nodeSelector')).some(key => CLOUD_MARK.test(key)),
    ) ||
    cluster.resources.some(resource => {
      const isPool = POOL_KINDS[resource.group]?.includes(resource.kind) ?? false;
      const isOfCloud = ['networking.gke.io', 'cloud.google.com', 'elbv2.k8s.aws', 'vpcresources.k8s.aws', 'karpenter.k8s.aws'].includes(resource.group);
      return isPool || isOfCloud || marksCloud(resource) || keysOf(resource.metadata.get('annotations')).some(isOfProvider);
    })
  );
}

interface Clue {
  readonly platform: BarePlatform | 'served';
  readonly at: Place;
}

function readToolFile(file: Resource): Clue | undefined {
  const at = file.body.get('kind').at;
  if (file.group === 'eksctl.io') return { platform: 'served', at };
  if (file.group === 'kind.x-k8s.io') return { platform: 'kind', at };
  // A cluster made by kubeadm has a provider only where a cloud controller is prepared for.
  if (file.group === 'kubeadm.k8s.io') return file.body.source.includes('cloud-provider') || hidesValues(file.body) ? undefined : { platform: 'kubeadm', at };
  if (file.group === 'k3d.io') return { platform: /disable[=:,\s"'[-]*servicelb/.test(file.body.source) ? 'k3d' : 'served', at };
  const product = valueOf(file.body.get('product').string());
  const platform = file.group === 'ctlptl.dev' && product !== undefined ? PLATFORMS.get(product) : undefined;
  return platform && { platform, at };
}

const LOCAL_PROVISIONERS = new Map<string, BarePlatform>([
  ['k8s.io/minikube-hostpath', 'minikube'],
  ['microk8s.io/hostpath', 'microk8s'],
]);

function readObject(resource: Resource): Clue | undefined {
  const provisioner = resource.body.get('provisioner').string();
  const claimed = resource.body.get('spec').get('storageClassName').string();
  const platform = LOCAL_PROVISIONERS.get(valueOf(provisioner) ?? '') ?? (valueOf(claimed) === 'microk8s-hostpath' ? 'microk8s' : undefined);
  return platform && { platform, at: valueOf(claimed) === undefined ? provisioner.at : claimed.at };
}

/** A tool's file tells about the objects beside it and below it, and nothing about other directories. */
function isToldBy(service: Service, file: Resource): boolean {
  return isWithin(fileOf(service.resource).path, directoryOf(fileOf(file).path));
}

function findClues(service: Service, cluster: Cluster): readonly Clue[] {
  const told = cluster.toolFiles.filter(file => isToldBy(service, file)).map(readToolFile);
  return [...told, ...[...cluster.ofKind('StorageClass'), ...cluster.ofKind('PersistentVolumeClaim')].map(readObject)].filter(clue => clue !== undefined);
}

/** A controller may hide behind an image that is not known. */
function hidesImages(cluster: Cluster): boolean {
  return cluster.podTemplates.some(({ containers }) => containers.some(({ image }) => image.state === 'unknown'));
}

const SERVED_SCOPES = new WeakMap<Cluster, boolean>();

function isServedInScope(cluster: Cluster): boolean {
  const known = SERVED_SCOPES.get(cluster);
  const served = known ?? findController(cluster);
  if (known === undefined) SERVED_SCOPES.set(cluster, served);
  return served;
}

/** Who gives a Service of type LoadBalancer its address. Without one it stays pending and works by its cluster IP and node ports (S-332). */
export function findProvision(service: Service, cluster: Cluster): Provision {
  if (isServedByItself(service) || isServedInScope(cluster)) return { state: 'served' };
  const { platform } = cluster.target;
  if (platform !== undefined) {
    const known = PLATFORMS.get(platform);
    if (known === 'served') return { state: 'served' };
    return known === undefined ? { state: 'unknown' } : { state: 'pending', platform: known, at: undefined };
  }
  const clues = findClues(service, cluster);
  const [first] = clues;
  if (!first || cluster.hasUnread || hidesImages(cluster) || clues.some(clue => clue.platform !== first.platform)) return { state: 'unknown' };
  return first.platform === 'served' ? { state: 'served' } : { state: 'pending', platform: first.platform, at: first.at };
}
