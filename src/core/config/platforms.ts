/** Platforms that `platform` may name: where the manifests run decides who answers a LoadBalancer Service. */
export const PLATFORMS = [
  'aks',
  'bare-metal',
  'docker-desktop',
  'eks',
  'gke',
  'k3d',
  'k3s',
  'kind',
  'kubeadm',
  'microk8s',
  'minikube',
  'openshift',
  'rke2',
] as const;
export type Platform = (typeof PLATFORMS)[number];
