import { describe, expect, it } from 'vitest';
import { buildTexts, objectOf, textOf, writtenIn } from '../../harness/built.ts';

const DEPLOYMENT = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 1}\n';
const STATEFUL_SET = 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: web}\n';

describe('replicas (K-076)', () => {
  it('are set, or made, on all kinds that have them', () => {
    const text = textOf({
      'kustomization.yaml': 'resources: [all.yaml]\nreplicas: [{name: web, count: 5}]\n',
      'all.yaml': `${DEPLOYMENT}---\n${STATEFUL_SET}`,
    });
    expect(text.match(/replicas: .*/g)).toEqual(['replicas: 5', 'replicas: 5']);
  });

  it('find an object by a name that it had', () => {
    const text = textOf({
      'kustomization.yaml': 'resources: [base]\nreplicas: [{name: web, count: 5}]\n',
      'base/kustomization.yaml': 'namePrefix: p-\nresources: [all.yaml]\n',
      'base/all.yaml': DEPLOYMENT,
    });
    expect(text).toContain('name: p-web\nspec:\n  replicas: 5\n');
  });

  it('stay a number where a patch goes over them, and a text where one was', () => {
    const patch = '{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web, labels: {a: b}}}';
    const files = { 'kustomization.yaml': 'resources: [base]\npatches: [{path: patch.yaml}]\n', 'patch.yaml': patch };
    const base = (all: string): Record<string, string> => ({
      'base/kustomization.yaml': 'resources: [all.yaml]\nreplicas: [{name: web, count: 5}]\n',
      'base/all.yaml': all,
    });
    expect(textOf({ ...files, ...base(STATEFUL_SET) })).toContain('replicas: 5\n');
    expect(textOf({ ...files, ...base(`${STATEFUL_SET}spec: {replicas: "1"}\n`) })).toContain('replicas: "5"\n');
  });

  it('of no object are a fault that names a near one', () => {
    const { faults, text } = buildTexts({ 'kustomization.yaml': 'resources: [all.yaml]\nreplicas:\n- {name: wbe, count: 5}\n', 'all.yaml': DEPLOYMENT });
    expect(faults.map(({ kind, answer, near }) => [kind, answer, near])).toEqual([
      [
        'replicas-target-missing',
        'resource with name wbe does not match a config with the following GVK [Deployment.[noVer].[noGrp] StatefulSet.[noVer].[noGrp] ReplicaSet.[noVer].[noGrp] ReplicationController.[noVer].[noGrp]]',
        'web',
      ],
    ]);
    expect(text).toContain('replicas: 1\n');
  });

  it('stand where the count is written, and tell what was there', () => {
    const built = buildTexts({ 'kustomization.yaml': 'resources: [all.yaml]\nreplicas:\n- name: web\n  count: 5\n', 'all.yaml': DEPLOYMENT });
    expect(writtenIn(objectOf(built, 'Deployment'), 'spec/replicas')).toEqual(['kustomization.yaml:4', 'all.yaml:4 was "1" here']);
  });
});
