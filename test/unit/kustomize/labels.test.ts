import { describe, expect, it } from 'vitest';
import { buildTexts, objectOf, textOf, writtenIn } from '../../harness/built.ts';

const RESOURCES = [
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: ExternalName}',
  'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: fn}',
  'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, labels: {app: "old"}}',
  'apiVersion: batch/v1\nkind: Job\nmetadata: {name: once}',
  'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: all}\nspec: {podSelector: {}}',
].join('\n---\n');

function labelled(kustomization: string): string {
  return textOf({ 'kustomization.yaml': `resources: [all.yaml]\n${kustomization}`, 'all.yaml': RESOURCES });
}

/** The fields that hold the label, by kind. */
function fieldsWith(text: string): string[] {
  return text.split('---\n').map(object => `${/^kind: (.*)$/m.exec(object)?.[1] ?? ''}: ${String(object.match(/ app: web/g)?.length ?? 0)}`);
}

describe('labels (K-073)', () => {
  it('stand in metadata alone unless more is asked for', () => {
    expect(fieldsWith(labelled('labels: [{pairs: {app: web}}]\n'))).toEqual(['Service: 1', 'Service: 1', 'Deployment: 1', 'Job: 1', 'NetworkPolicy: 1']);
  });

  it('stand in templates, which are made', () => {
    expect(fieldsWith(labelled('labels: [{pairs: {app: web}, includeTemplates: true}]\n'))).toEqual([
      'Service: 1',
      'Service: 1',
      'Deployment: 2',
      'Job: 2',
      'NetworkPolicy: 1',
    ]);
  });

  it('stand in selectors, which are made for every Service of version v1 and for no Job or NetworkPolicy', () => {
    const selectors = ['Service: 2', 'Service: 2', 'Deployment: 3', 'Job: 2', 'NetworkPolicy: 1'];
    expect(fieldsWith(labelled('labels: [{pairs: {app: web}, includeSelectors: true}]\n'))).toEqual(selectors);
    expect(fieldsWith(labelled('commonLabels: {app: web}\n'))).toEqual(selectors);
  });

  it('stand in fields of an entry', () => {
    const text = labelled('labels: [{pairs: {app: web}, fields: [{kind: Job, path: spec/extra, create: true}]}]\n');
    expect(text).toContain('spec:\n  extra:\n    app: web\n');
  });

  it('stand where the pair is written, and tell what was there', () => {
    const built = buildTexts({
      'kustomization.yaml': 'resources: [all.yaml]\nlabels:\n- pairs:\n    app: web\n  includeSelectors: true\n',
      'all.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  labels:\n    app: old\n',
    });
    const object = objectOf(built, 'Deployment');
    expect(writtenIn(object, 'metadata/labels/app')).toEqual(['kustomization.yaml:4', 'all.yaml:6 was "old" here']);
    expect(writtenIn(object, 'spec/selector/matchLabels')).toEqual(['kustomization.yaml:4']);
  });
});

describe('a label that one entry made in several mappings', () => {
  const BASE = {
    'base/kustomization.yaml': 'resources: [all.yaml]\nlabels: [{pairs: {env: "1"}, includeTemplates: true}]\n',
    'base/all.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n',
  };
  const valuesOf = (kustomization: string): readonly string[] | null =>
    textOf({ ...BASE, 'kustomization.yaml': `resources: [base]\n${kustomization}` }).match(/env: .*/g);

  it('changes in all of them, with a label of metadata or a patch of it', () => {
    expect(valuesOf('labels: [{pairs: {env: prod}}]\n')).toEqual(['env: prod', 'env: prod']);
    const patch = "'{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, labels: {env: 5}}}'";
    expect(valuesOf(`patches: [{patch: ${patch}}]\n`)).toEqual(['env: "5"', 'env: "5"']);
  });

  it('is a value of its own in each after a JSON patch', () => {
    const patch = `'[{"op": "add", "path": "/metadata/labels/more", "value": "x"}]'`;
    expect(valuesOf(`patches: [{target: {kind: Deployment}, patch: ${patch}}]\nlabels: [{pairs: {env: prod}}]\n`)).toEqual(['env: prod', 'env: "1"']);
  });
});

describe('commonAnnotations (K-074)', () => {
  it('stand in metadata and in pod templates', () => {
    expect(fieldsWith(labelled('commonAnnotations: {app: web}\n'))).toEqual(['Service: 1', 'Service: 1', 'Deployment: 2', 'Job: 2', 'NetworkPolicy: 1']);
  });
});
