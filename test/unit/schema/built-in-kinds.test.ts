import { describe, expect, test } from 'vitest';
import type { Schema } from '../../../src/core/schema/schema.ts';
import { loadKinds } from '../../../src/node/load-kinds.ts';

const kinds = loadKinds();

/** The schema at a path of field names; `*` steps into a list or a map. */
function at(apiVersion: string, kind: string, path: string): Schema | undefined {
  let schema = kinds.find(apiVersion, kind)?.schema();
  for (const step of path.split('.')) schema = step === '*' ? schema?.element?.() : schema?.field?.(step)?.schema;
  return schema;
}

describe('kinds', () => {
  test('tell plural, scope and the minors that serve them', () => {
    const told = ['v1 Service', 'v1 Namespace', 'networking.k8s.io/v1 Ingress', 'batch/v1beta1 CronJob', 'autoscaling/v2 HorizontalPodAutoscaler'].map(name => {
      const [apiVersion = '', kind = ''] = name.split(' ');
      const found = kinds.find(apiVersion, kind);
      return [name, found?.plural, found?.scope, found?.served, found?.deprecation];
    });
    const replacement = { apiVersion: 'batch/v1', kind: 'CronJob' };
    expect(told).toEqual([
      ['v1 Service', 'services', 'Namespaced', undefined, undefined],
      ['v1 Namespace', 'namespaces', 'Cluster', undefined, undefined],
      ['networking.k8s.io/v1 Ingress', 'ingresses', 'Namespaced', undefined, undefined],
      ['batch/v1beta1 CronJob', 'cronjobs', 'Namespaced', { until: 24 }, { since: 21, removed: 25, replacement }],
      ['autoscaling/v2 HorizontalPodAutoscaler', 'horizontalpodautoscalers', 'Namespaced', { since: 23 }, undefined],
    ]);
  });

  test('of alpha versions and of beta ones since 1.24 are off by default', () => {
    const off = ['networking.k8s.io/v1beta1 IPAddress', 'networking.k8s.io/v1beta1 Ingress', 'flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema'].map(name => {
      const [apiVersion = '', kind = ''] = name.split(' ');
      return kinds.find(apiVersion, kind)?.isOffByDefault ?? false;
    });
    expect(off).toEqual([true, false, false]);
  });

  test('are known by group and by name, the newest and most stable version first', () => {
    expect(kinds.versionsOf('autoscaling', 'HorizontalPodAutoscaler').map(({ apiVersion }) => apiVersion)).toEqual([
      'autoscaling/v2',
      'autoscaling/v1',
      'autoscaling/v2beta2',
      'autoscaling/v2beta1',
    ]);
    expect(kinds.named('Ingress').map(({ apiVersion }) => apiVersion)).toEqual(['networking.k8s.io/v1', 'extensions/v1beta1', 'networking.k8s.io/v1beta1']);
    expect(kinds.ofVersion('policy/v1').map(({ kind }) => kind)).toEqual(['PodDisruptionBudget']);
    expect(['', 'apps', 'example.com'].map(group => kinds.isBuiltInGroup(group))).toEqual([true, true, false]);
  });

  test('of other spellings are not found', () => {
    const spellings = [
      ['v1', 'service'],
      ['V1', 'Service'],
      ['core/v1', 'Service'],
      ['apps', 'Deployment'],
      ['v1', 'constructor'],
      ['constructor', 'Service'],
    ] as const;
    expect(spellings.map(([apiVersion, kind]) => kinds.find(apiVersion, kind))).toEqual(spellings.map(() => undefined));
  });
});

describe('schemas', () => {
  test.each([
    ['v1 Service', 'spec', 'object', 'v1.ServiceSpec'],
    ['v1 Service', 'spec.ports', 'list', '[]v1.ServicePort'],
    ['v1 Service', 'spec.ports.*.port', 'integer', 'int32'],
    ['v1 Service', 'spec.ports.*.targetPort', 'intOrString', 'intstr.IntOrString'],
    ['v1 Service', 'spec.ports.*.protocol', 'string', 'v1.Protocol'],
    ['v1 Service', 'spec.selector', 'map', 'map[string]string'],
    ['v1 Service', 'metadata.creationTimestamp', 'time', 'v1.Time'],
    ['apps/v1 Deployment', 'spec.template.spec.containers.*.resources.limits', 'map', 'v1.ResourceList'],
    ['apps/v1 Deployment', 'spec.template.spec.containers.*.resources.limits.*', 'quantity', 'resource.Quantity'],
    ['apps/v1 Deployment', 'spec.template.spec.volumes.*.configMap', 'object', 'v1.ConfigMapVolumeSource'],
    ['v1 Secret', 'data', 'map', 'map[string][]uint8'],
    ['v1 Secret', 'data.*', 'bytes', '[]uint8'],
    ['rbac.authorization.k8s.io/v1 Role', 'rules.*.verbs', 'list', '[]string'],
    ['v1 ResourceQuota', 'spec.hard', 'map', 'v1.ResourceList'],
    ['apiextensions.k8s.io/v1 CustomResourceDefinition', 'spec.versions.*.schema.openAPIV3Schema.properties', 'map', 'map[string]v1.JSONSchemaProps'],
    ['apiextensions.k8s.io/v1 CustomResourceDefinition', 'spec.versions.*.schema.openAPIV3Schema.items', 'any', 'v1.JSONSchemaPropsOrArray'],
  ])('%s %s', (name, path, type, goType) => {
    const [apiVersion = '', kind = ''] = name.split(' ');
    const { type: found, goType: named } = at(apiVersion, kind, path) ?? {};
    expect([found, named]).toEqual([type, goType]);
  });

  test('name the keys of list maps, enumerations, and fields that have to be written', () => {
    expect(at('v1', 'Service', 'spec.ports')).toMatchObject({ listType: 'map', listMapKeys: ['port', 'protocol'] });
    expect(at('v1', 'Service', 'spec.ports.*.protocol')?.enum).toEqual(['SCTP', 'TCP', 'UDP']);
    expect(at('v1', 'Service', 'spec.ports.*')?.field?.('port')?.isRequired).toBe(true);
    expect(at('v1', 'Service', 'spec.ports.*')?.field?.('name')?.isRequired).toBeUndefined();
  });

  test('know which minors have a field', () => {
    const spec = at('v1', 'Pod', 'spec');
    expect(['os', 'hostUsers', 'containers'].map(name => spec?.field?.(name)?.minors)).toEqual([{ since: 23 }, { since: 25 }, undefined]);
    expect(at('v1', 'Service', 'spec')?.field?.('topologyKeys')?.minors).toEqual({ until: 21 });
  });
});
