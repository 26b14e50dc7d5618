/** Classes of Ingress that a platform brings without an object in the manifests. */
export interface PlatformClasses {
  readonly names: readonly string[];
  /** The class that takes Ingresses which name none. */
  readonly default?: string;
}

const TRAEFIK: PlatformClasses = { names: ['traefik'], default: 'traefik' };
const GCE: PlatformClasses = { names: ['gce', 'gce-internal'], default: 'gce' };
const AZURE: PlatformClasses = {
  names: [
    'webapprouting.kubernetes.azure.com',
    'addon-http-application-routing',
    'azure-application-gateway',
    'azure/application-gateway',
    'azure-alb-external',
  ],
};
const AWS: PlatformClasses = { names: ['alb'] };

/** By the names that `platform` may have. k3s and what is built on it run Traefik; the addons of minikube and MicroK8s make theirs the default. */
export const PLATFORM_CLASSES: Readonly<Record<string, PlatformClasses>> = {
  k3s: TRAEFIK,
  k3d: TRAEFIK,
  'rancher-desktop': TRAEFIK,
  gke: GCE,
  gcp: GCE,
  aks: AZURE,
  azure: AZURE,
  eks: AWS,
  aws: AWS,
  minikube: { names: ['nginx'], default: 'nginx' },
  microk8s: { names: ['public', 'nginx'], default: 'public' },
};
