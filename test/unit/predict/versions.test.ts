import { expect, test } from 'vitest';
import { areNamedAsVersions, mayRunSameProgram, stripVersion } from '../../../src/core/predict/versions.ts';
import { findVolatility, tagOf } from '../../../src/core/predict/volatile-labels.ts';
import { clusterOf, podsIn, workload } from './shop.ts';

test.each([
  ['web-v2', 'web'],
  ['web-canary', 'web'],
  ['web-v1.2', 'web'],
  ['web-blue-2', 'web'],
  ['cache', 'cache'],
  ['v2', 'v2'],
])('%s is a version of %s', (name, base) => {
  expect(stripVersion(name)).toBe(base);
});

test('versions by name and by image', () => {
  const cluster = clusterOf([
    workload('web', { app: 'a' }),
    workload('web-deployment-v2', { app: 'b' }, { image: 'shop:2.0.0' }),
    workload('trial', { app: 'c' }, { image: 'registry.example.com/web:1.5.0' }),
  ]);
  const [web, second, trial] = ['web', 'web-deployment-v2', 'trial'].map(name => podsIn(cluster, `Deployment "${name}"`));
  if (!web || !second || !trial) throw new Error('three workloads');
  expect([areNamedAsVersions(web, second), areNamedAsVersions(web, trial)]).toEqual([true, false]);
  expect([mayRunSameProgram(web, second), mayRunSameProgram(web, trial)]).toEqual([false, true]);
});

test.each([
  ['web:1.4.2', '1.4.2'],
  ['registry.example.com:5000/web', undefined],
  ['web:latest', undefined],
  ['web:v1', undefined],
  ['web:1.4.2@sha256:0a1b', '1.4.2'],
])('the tag of %s is %s', (image, tag) => {
  expect(tagOf(image)).toBe(tag);
});

test.each([
  ['pod-template-hash', 'x', 'hash'],
  ['helm.sh/chart', 'web-0.3.1', 'chart'],
  ['app.kubernetes.io/version', '1.0.0', 'version'],
  ['git-commit', '9f3c2ab', 'build'],
  ['release', '1.4.2', 'image-tag'],
  ['release', '1.4.3', undefined],
  ['version', 'v1', undefined],
])('%s: %s changes with the %s', (key, value, expected) => {
  const cluster = clusterOf([workload('web', { app: 'web', [key]: value })]);
  const template = podsIn(cluster, 'Deployment "web"');
  const requirement = template.selector?.requirements.find(pair => pair.key === key);
  expect(requirement && findVolatility(requirement, [template])).toBe(expected);
});
