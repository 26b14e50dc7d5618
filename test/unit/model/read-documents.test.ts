import { describe, expect, test } from 'vitest';
import { readDocument, type DocumentKind } from '../../../src/core/model/read-documents.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';

const read = (text: string): ReturnType<typeof readDocument>[] => parseSource('a.yaml', text).documents.map(readDocument);
const objectsOf = (text: string): string[] => read(text).flatMap(({ resources }) => resources.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`));
const kindOf = (text: string): DocumentKind | undefined => read(text)[0]?.kind;

describe('lists', () => {
  test('of every group give their elements; those of a typed list may leave out what the list says', () => {
    expect(objectsOf('apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Service}\n- {apiVersion: apps/v1, kind: Deployment}\n')).toEqual([
      'v1 Service',
      'apps/v1 Deployment',
    ]);
    expect(objectsOf('apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleList\nitems: [{metadata: {name: a}}, {metadata: {name: b}}]\n')).toEqual([
      'rbac.authorization.k8s.io/v1 Role',
      'rbac.authorization.k8s.io/v1 Role',
    ]);
    expect(objectsOf('apiVersion: v1\nkind: List\nitems: [{metadata: {name: a}}]\n')).toEqual([]);
  });

  test('may hold lists, may be empty, and may not hold themselves for ever', () => {
    expect(objectsOf('apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: PodList, items: [{metadata: {}}]}]\n')).toEqual(['v1 Pod']);
    expect(objectsOf('apiVersion: v1\nkind: List\nitems: []\n')).toEqual([]);
    expect(objectsOf('&a\napiVersion: v1\nkind: List\nitems: [*a, *a, *a]\n')).toEqual([]);
  });
});

describe('what a document is', () => {
  test.each<[string, DocumentKind, string]>([
    ['an object', 'objects', 'apiVersion: v1\nkind: Service\n'],
    ['a compose file', 'other', 'services:\n  web: {image: web}\n'],
    ['a workflow', 'other', 'name: ci\non: push\njobs: {}\n'],
    ['values of a chart', 'other', 'replicaCount: 1\nimage: {repository: web}\n'],
    ['a list of operations', 'other', '- op: add\n'],
    ['Chart.yaml', 'other', 'apiVersion: v2\nname: web\nversion: 1.0.0\n'],
    ['a kind cluster', 'tool', 'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\n'],
    ['a kubeadm file', 'tool', 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n'],
    ['a skaffold file', 'tool', 'apiVersion: skaffold/v4beta11\nkind: Config\n'],
    ['a kubeconfig', 'tool', 'apiVersion: v1\nkind: Config\nclusters: []\n'],
    ['a kustomization', 'tool', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n'],
    ['a machine configuration', 'tool', 'apiVersion: v1alpha1\nkind: HostnameConfig\n'],
    ['a Deployment whose group is left out', 'objects', 'apiVersion: v1beta1\nkind: Deployment\n'],
    ['a definition of a kind', 'objects', 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n'],
    ['an object without kind', 'fragment', 'apiVersion: v1\nmetadata: {name: a}\n'],
    ['a patch without head', 'fragment', 'metadata: {name: a}\nspec: {replicas: 2}\n'],
    ['nothing', 'empty', '# only a comment\n'],
    ['a broken text', 'unread', 'a: [\n'],
  ])('%s', (_, kind, text) => {
    expect(kindOf(text)).toBe(kind);
  });
});

test('output of kubectl get is an observation', () => {
  const observed = (metadata: string): boolean | undefined => read(`apiVersion: v1\nkind: Service\nmetadata: ${metadata}\n`)[0]?.resources[0]?.observed;
  expect(observed('{name: a, uid: 0b2c, resourceVersion: "12"}')).toBe(true);
  expect(observed('{name: a, managedFields: [{manager: kubectl}]}')).toBe(true);
  expect(observed('{name: a, creationTimestamp: null}')).toBe(false);
});
