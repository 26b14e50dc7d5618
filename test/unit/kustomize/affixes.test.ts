import { describe, expect, it } from 'vitest';
import { buildTexts, objectOf, textOf, writtenIn } from '../../harness/built.ts';

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n';

describe('namePrefix and nameSuffix (K-072)', () => {
  it('leave Namespaces, CustomResourceDefinitions and APIServices', () => {
    const kinds = [
      'v1 Namespace',
      'e.com/v1 Namespace',
      'apiextensions.k8s.io/v1 CustomResourceDefinition',
      'apiregistration.k8s.io/v1 APIService',
      'e.com/v1 APIService',
    ];
    const all = kinds.map((gvk, i) => `apiVersion: ${gvk.replace(' ', '\nkind: ')}\nmetadata: {name: n${String(i)}}\n`).join('---\n');
    const text = textOf({ 'kustomization.yaml': 'namePrefix: p-\nresources: [all.yaml]\n', 'all.yaml': all });
    expect(text.match(/name: .*/g)).toEqual(['name: n0', 'name: n1', 'name: n2', 'name: n3', 'name: p-n4']);
  });

  it('name each line that adds to a name, from the inside out', () => {
    const built = buildTexts({
      'kustomization.yaml': 'nameSuffix: -eu\nnamePrefix: prod-\nresources: [base]\n',
      'base/kustomization.yaml': 'namePrefix: team-\nresources: [all.yaml]\n',
      'base/all.yaml': CONFIG_MAP,
    });
    expect(built.text).toContain('name: prod-team-a-eu\n');
    expect(writtenIn(objectOf(built, 'ConfigMap'), 'metadata/name')).toEqual([
      'base/all.yaml:4',
      'base/kustomization.yaml:1 namePrefix adds "team-"',
      'kustomization.yaml:2 namePrefix adds "prod-"',
      'kustomization.yaml:1 nameSuffix adds "-eu"',
    ]);
  });

  it('change an empty text into nothing', () => {
    const built = buildTexts({ 'kustomization.yaml': 'namePrefix: ""\nresources: [all.yaml]\n', 'all.yaml': CONFIG_MAP });
    expect(writtenIn(objectOf(built, 'ConfigMap'), 'metadata/name')).toEqual(['all.yaml:4']);
    expect(objectOf(built, 'ConfigMap').previous).toEqual([]);
  });
});
