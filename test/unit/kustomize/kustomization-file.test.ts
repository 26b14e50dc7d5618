import { describe, expect, it } from 'vitest';
import { answersOf, buildTexts, textOf } from '../../harness/built.ts';

const OBJECT = { 'a.yaml': 'kind: ConfigMap\nmetadata: {name: a}\n' };
const withFile = (text: string): Record<string, string> => ({ ...OBJECT, 'kustomization.yaml': `resources: [a.yaml]\n${text}` });

describe('fields of a kustomization (K-020, K-021)', () => {
  it('unknown ones are faults at their key that name a near one, and the rest is built', () => {
    const { faults, objects } = buildTexts(withFile('patches:\n- path: p.yaml\n  targets: {kind: Pod}\nnamePrefx: p-\n'));
    expect(faults.slice(0, 2).map(({ kind, answer, near, at }) => [kind, answer, near, at.file.lines.position(at.span.start).line])).toEqual([
      ['field-unknown', 'invalid Kustomization: json: unknown field "namePrefx"', 'namePrefix', 5],
      ['field-unknown', 'invalid Kustomization: json: unknown field "targets"', 'target', 4],
    ]);
    expect(objects).toHaveLength(1);
  });

  it('the case of their names does not matter', () => {
    expect(textOf(withFile('NAMEPREFIX: p-\n'))).toContain('name: p-a');
  });

  it.each([
    ['namePrefix: 1', 'number into Go struct field Kustomization.namePrefix of type string'],
    ['commonLabels: {a: y}', 'bool into Go struct field Kustomization.commonLabels of type string'],
    ['images: [{name: a, newTag: 1.0}]', 'number into Go struct field Image.images.newTag of type string'],
    ['labels: [{includeSelectors: "true"}]', 'string into Go struct field Label.labels.includeSelectors of type bool'],
    ['components: a', 'string into Go struct field Kustomization.components of type []string'],
  ])('%s has the wrong type', (text, answer) => {
    expect(answersOf(withFile(text))[0]).toBe(`invalid Kustomization: json: cannot unmarshal ${answer}`);
  });

  it('the last of equal keys counts, and the first document alone', () => {
    expect(textOf(withFile('namePrefix: a-\nnamePrefix: b-\n---\nnamePrefix: c-\n'))).toContain('name: b-a');
  });
});

describe('files of a kustomization (K-022, K-023)', () => {
  it.each([
    ['nothing but a header is empty', 'kind: Kustomization\n', 'kustomization.yaml is empty'],
    ['another kind', 'kind: Deployment\nresources: []\n', 'Failed to read kustomization file under .:\nkind should be Kustomization or Component'],
    [
      'another apiVersion',
      'apiVersion: v1\nresources: []\n',
      'Failed to read kustomization file under .:\napiVersion for Kustomization should be kustomize.config.k8s.io/v1beta1',
    ],
  ])('%s', (_, text, answer) => {
    expect(answersOf({ 'kustomization.yaml': text })).toEqual([answer]);
  });

  it('an empty list is something, and prints nothing', () => {
    expect(textOf({ 'kustomization.yaml': 'resources: []\n' })).toBe('');
  });

  it('two files are one too many, none is too few', () => {
    expect(answersOf({ 'kustomization.yaml': 'resources: []\n', Kustomization: 'resources: []\n' })).toEqual(['Found multiple kustomization files under: .']);
    expect(buildTexts({ 'kustomisation.yaml': 'resources: []\n' }).faults[0]).toMatchObject({ kind: 'no-kustomization', near: 'kustomisation.yaml' });
  });

  it('old fields go behind their successors, with a warning each', () => {
    const built = buildTexts({ ...OBJECT, 'kustomization.yaml': 'bases: [b]\nresources: [a.yaml]\n', 'b/kustomization.yaml': 'resources: []\nnamespace: b\n' });
    expect([built.text, built.warnings.length, built.faults]).toEqual(['kind: ConfigMap\nmetadata:\n  name: a\n', 1, []]);
  });
});
