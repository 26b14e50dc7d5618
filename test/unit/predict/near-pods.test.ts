import { describe, expect, test } from 'vitest';
import { labelOf } from '../../../src/core/model/resource.ts';
import { findSplitPairs, isEvidentlyMeant, isLikelyMeant, rankPods } from '../../../src/core/predict/near-pods.ts';
import { findTwins } from '../../../src/core/predict/twins.ts';
import { clusterOf, service, serviceIn, workload } from './shop.ts';

/** The nearest pods of Service "web": workload, gap of each unmet pair, and what that proves. */
function nearest(...objects: readonly string[]): string | undefined {
  const cluster = clusterOf(objects);
  const [near] = rankPods(serviceIn(cluster, 'web'), cluster);
  if (!near) return undefined;
  const verdict = isEvidentlyMeant(near) ? 'meant' : isLikelyMeant(near) ? 'likely' : 'unlike';
  return [labelOf(near.template.workload), ...near.unmet.map(({ key, gap }) => `${key} ${gap}`), verdict].join(', ');
}

describe('near pods', () => {
  test.each([
    ['a value one slip away', service('web', { app: 'shop' }), workload('web', { app: 'shpo' }), 'Deployment "web", app slip, meant'],
    ['the value under another application key', service('web', { app: 'shop' }), workload('ui', { 'k8s-app': 'shop' }), 'Deployment "ui", app slip, meant'],
    [
      'the label of the workload',
      service('web', { app: 'shop', tier: 'ui' }),
      workload('ui', { app: 'shop' }, { labels: { tier: 'ui' } }),
      'Deployment "ui", tier on-workload, meant',
    ],
    ['another value under an equal name', service('web', { app: 'shop' }), workload('web', { app: 'cart' }), 'Deployment "web", app other-value, meant'],
    ['an equal name alone', service('web', { team: 'shop' }), workload('web', { app: 'cart' }), 'Deployment "web", team missing, likely'],
    [
      'a sibling by number',
      service('web', { app: 'shard-1' }, 'ports: []'),
      workload('shard-2', { app: 'shard-2' }),
      'Deployment "shard-2", app other-value, unlike',
    ],
  ])('%s', (_, one, other, expected) => {
    expect(nearest(one, other)).toBe(expected);
  });

  test('pods that another Service takes are not proof by a slip alone', () => {
    const taken = service('carts', { app: 'carts' });
    expect(nearest(service('web', { app: 'cart' }), taken, workload('carts', { app: 'carts' }))).toBe('Deployment "carts", app slip, unlike');
  });

  test('pods scaled to zero and pods of Jobs are not meant', () => {
    expect(nearest(service('web', { app: 'shop' }), workload('web', { app: 'shpo' }, { spec: 'replicas: 0, ' }))).toBeUndefined();
  });

  test('two pairs on two workloads', () => {
    const cluster = clusterOf([
      service('web', { app: 'shop', tier: 'db' }),
      workload('ui', { app: 'shop', tier: 'ui' }),
      workload('data', { app: 'cart', tier: 'db' }),
    ]);
    expect(findSplitPairs(serviceIn(cluster, 'web'), cluster)?.map(({ template }) => labelOf(template.workload))).toEqual([
      'Deployment "ui"',
      'Deployment "data"',
    ]);
  });
});

describe('twins', () => {
  test('words for the kind of object do not part names; the likeliest comes first', () => {
    const cluster = clusterOf([service('shop-svc', { app: 'x' }, 'ports: []'), workload('shop-api', { app: 'a' }), workload('shop-deployment', { app: 'b' })]);
    const twins = findTwins(serviceIn(cluster, 'shop-svc'), cluster).map(({ template, tie }) => `${labelOf(template.workload)} ${String(tie.name)}`);
    expect(twins).toEqual(['Deployment "shop-deployment" equal', 'Deployment "shop-api" part']);
  });
});
