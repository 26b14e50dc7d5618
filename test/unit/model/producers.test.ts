import { expect, test } from 'vitest';
import { DEFAULT_TARGET } from '../../../src/core/engine/settings.ts';
import { buildClusters } from '../../../src/core/model/build-clusters.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';

// An object of any of these beside a workload: may there be pods or Services that no file shows?
test.each([
  ['helm.toolkit.fluxcd.io/v2', 'HelmRelease', true],
  ['kustomize.toolkit.fluxcd.io/v1', 'Kustomization', true],
  ['argoproj.io/v1alpha1', 'Application', true],
  ['monitoring.coreos.com/v1', 'Prometheus', true],
  ['kafka.strimzi.io/v1beta2', 'Kafka', true],
  ['kubevirt.io/v1', 'VirtualMachine', true],
  ['sparkoperator.k8s.io/v1beta2', 'SparkApplication', true],
  ['metacontroller.k8s.io/v1alpha1', 'CompositeController', true],
  ['leaderworkerset.x-k8s.io/v1', 'LeaderWorkerSet', true],
  ['never.heard.of/v1', 'Thing', true],
  ['monitoring.coreos.com/v1', 'ServiceMonitor', false],
  ['gateway.networking.k8s.io/v1', 'HTTPRoute', false],
  ['networking.istio.io/v1', 'VirtualService', false],
  ['cert-manager.io/v1', 'Certificate', false],
  ['external-secrets.io/v1', 'ExternalSecret', false],
  ['bitnami.com/v1alpha1', 'SealedSecret', false],
  ['source.toolkit.fluxcd.io/v1', 'GitRepository', false],
  ['grafana.integreatly.org/v1beta1', 'GrafanaDashboard', false],
  ['dapr.io/v1alpha1', 'Component', false],
  ['argoproj.io/v1alpha1', 'Rollout', false],
  ['rbac.authorization.k8s.io/v1', 'Role', false],
  ['apps/v1', 'Deployment', false],
  ['v1', 'Service', false],
])('%s %s opens the set: %s', (apiVersion, kind, expected) => {
  const file = parseSource('a.yaml', `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: a\n`);
  expect(buildClusters([file], { target: DEFAULT_TARGET }).clusters[0]?.isOpen).toBe(expected);
});
