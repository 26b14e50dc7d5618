import { expect, test } from 'vitest';
import { findProvision } from '../../../src/core/predict/load-balancer-provider.ts';
import { clusterOf, service, serviceIn, workload } from './shop.ts';

function provision(platform: string | undefined, ...beside: readonly string[]): string {
  const cluster = clusterOf([service('web', { app: 'web' }, 'type: LoadBalancer, ports: [{port: 80}]'), ...beside], { platform });
  const found = findProvision(serviceIn(cluster, 'web'), cluster);
  return found.state === 'pending' ? `pending on ${found.platform}` : found.state;
}

// The platforms of S-338 and what the configuration may name.
test.each([
  [undefined, 'unknown'],
  ['kind', 'pending on kind'],
  ['minikube', 'pending on minikube'],
  ['microk8s', 'pending on microk8s'],
  ['kubeadm', 'pending on kubeadm'],
  ['bare-metal', 'pending on bare-metal'],
  ['k3s', 'served'],
  ['k3d', 'served'],
  ['docker-desktop', 'served'],
  ['eks', 'served'],
  ['gke', 'served'],
  ['aks', 'served'],
  ['openshift', 'unknown'],
])('platform %s: %s', (platform, expected) => {
  expect(provision(platform)).toBe(expected);
});

test('a controller in the files serves on any platform', () => {
  expect(provision('kind', workload('speaker', { app: 'metallb' }, { kind: 'DaemonSet', image: 'quay.io/metallb/speaker:v0.15.2' }))).toBe('served');
});

test('an object of one cloud tells the platform', () => {
  const role = '{apiVersion: v1, kind: ServiceAccount, metadata: {name: web, annotations: {eks.amazonaws.com/role-arn: arn}}}\n';
  expect(provision(undefined, role)).toBe('served');
});

test('two clues that differ decide nothing', () => {
  const volume = (provisioner: string): string => `{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: ${provisioner}}\n`;
  expect(provision(undefined, volume('k8s.io/minikube-hostpath'))).toBe('pending on minikube');
  expect(provision(undefined, volume('k8s.io/minikube-hostpath'), volume('microk8s.io/hostpath'))).toBe('unknown');
});
