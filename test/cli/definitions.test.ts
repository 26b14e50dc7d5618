import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();

const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: ants.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Ant, plural: ants, singular: ant, listKind: AntList}
  versions:
  - name: v1
    served: true
    storage: true
    schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {legs: {type: integer, maximum: 6}}}}}}
`;
const ant = 'apiVersion: example.com/v1\nkind: Ant\nmetadata: {name: a}\nspec: {legs: 8}\n';

function severityOf(files: Readonly<Record<string, string>>, ...args: string[]): string | undefined {
  return /: (error|warning): Ant "a"/.exec(run(files, ['-f', 'compact', ...args, '.']).stdout)?.[1];
}

describe('a definition in the set', () => {
  test('is proof beside its objects', () => {
    expect(severityOf({ 'k8s/crd.yaml': definition, 'k8s/ant.yaml': ant })).toBe('error');
  });

  test('is evidence in another directory, which may be for another cluster', () => {
    expect(severityOf({ 'crds/crd.yaml': definition, 'k8s/ant.yaml': ant })).toBe('warning');
  });

  test('is proof there too where the set is said to be all', () => {
    expect(severityOf({ 'crds/crd.yaml': definition, 'k8s/ant.yaml': ant }, '--complete')).toBe('error');
  });
});
