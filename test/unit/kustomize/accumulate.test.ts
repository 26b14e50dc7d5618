import { describe, expect, it } from 'vitest';
import { build } from '../../../src/core/kustomize/build.ts';
import { isRemoteBase } from '../../../src/core/kustomize/remote.ts';
import { answersOf, buildTexts, textOf } from '../../harness/built.ts';
import { memoryBuildFiles } from '../../harness/memory-build-files.ts';

const configMap = (name: string, more = ''): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}${more}}\n`;
const namesOf = (text: string): (string | undefined)[] => [...text.matchAll(/^ {2}name: (.*)/gm)].map(found => found[1]);

describe('the order of a build (K-030, K-031, K-034)', () => {
  it('patches meet the names of the bases, whatever the order in the file', () => {
    const kustomization = 'namePrefix: p-\npatches: [{patch: "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {k: v}}"}]\nresources: [a.yaml]\n';
    expect(textOf({ 'kustomization.yaml': kustomization, 'a.yaml': configMap('a') })).toBe(
      'apiVersion: v1\ndata:\n  k: v\nkind: ConfigMap\nmetadata:\n  name: p-a\n',
    );
  });

  it('a component acts on all that is there before, and later ones see what it makes', () => {
    const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n';
    const text = textOf({
      'kustomization.yaml': 'resources: [a.yaml]\ncomponents: [one, two, one]\nnameSuffix: -end\n',
      'a.yaml': configMap('a'),
      'one/kustomization.yaml': `${component}namePrefix: one-\n`,
      'two/kustomization.yaml': `${component}resources: [b.yaml]\nnamePrefix: two-\n`,
      'two/b.yaml': configMap('b'),
    });
    expect(namesOf(text)).toEqual(['one-two-b-end', 'one-two-one-a-end']);
  });

  it('objects that stay local take part and are not printed (K-126)', () => {
    const files = { 'a.yaml': `${configMap('a', ', annotations: {config.kubernetes.io/local-config: ""}')}---\n${configMap('b')}` };
    expect(namesOf(textOf({ 'kustomization.yaml': 'resources: [a.yaml]\n', ...files }))).toEqual(['b']);
  });

  it('annotations end as texts, those of the build go, an empty map goes (K-043)', () => {
    const odd = '{n: 1, z: null, config.kubernetes.io/index: "0"}';
    const files = { 'a.yaml': `${configMap('a', `, annotations: ${odd}`)}---\n${configMap('b', ', annotations: {}')}` };
    const text = textOf({ 'kustomization.yaml': 'resources: [a.yaml]\n', ...files });
    expect(text).toBe(
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  annotations:\n    "n": "1"\n    z: "null"\n  name: a\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: b\n',
    );
  });
});

describe('what is taken in (K-041, K-050, K-051, K-052, K-053)', () => {
  it('one id is taken once, and both places are told', () => {
    const { faults, objects } = buildTexts({
      'kustomization.yaml': 'resources: [a.yaml, b.yaml]\n',
      'a.yaml': configMap('a'),
      'b.yaml': configMap('a', ', namespace: default'),
    });
    expect(faults[0]?.answer).toContain('may not add resource with an already registered id: ConfigMap.v1.[noGrp]/a.default');
    expect(faults[0]?.related?.map(({ at }) => at.file.path)).toEqual(['a.yaml', 'b.yaml']);
    expect(objects).toHaveLength(1);
  });

  it('a circle ends where it closes', () => {
    const { faults } = buildTexts({ 'a/kustomization.yaml': 'resources: [../b]\n', 'b/kustomization.yaml': 'resources: [../a]\n' }, 'a');
    expect(faults.map(({ kind, directory }) => [kind, directory])).toEqual([['cycle', 'b']]);
  });

  it('bases that double at every step end', () => {
    const levels = Array.from({ length: 40 }, (_, i): [string, string] => [
      `d${String(i)}/kustomization.yaml`,
      `resources: [../d${String(i + 1)}, ../d${String(i + 1)}]\n`,
    ]);
    const { faults } = buildTexts({ ...Object.fromEntries(levels), 'd40/kustomization.yaml': 'resources: []\nnamespace: a\n' }, 'd0');
    expect(faults[0]?.answer).toContain('more than 5000 kustomizations are taken in');
  });

  it('remote parts are left out, and the rest is built', () => {
    const remote = 'resources: ["https://example.com/a.yaml", "github.com/a/b?ref=v1", "git@example.com:a/b.git", a.yaml]\n';
    const { faults, objects } = buildTexts({ 'kustomization.yaml': remote, 'a.yaml': configMap('a') });
    expect([faults.map(({ kind }) => kind), objects.length]).toEqual([['remote', 'remote', 'remote'], 1]);
  });

  it.each([
    ['github.com/org/repository', true],
    ['https://example.com/org/repository//path?ref=main', true],
    ['git::https://example.com/repository.git', true],
    ['ssh://git@example.com/org/repository', true],
    ['../base', false],
    ['github.com', false],
    ['bases/github.com', false],
  ])('%s is remote: %s', (written, expected) => {
    expect(isRemoteBase(written)).toBe(expected);
  });

  it('files outside are refused; kept where asked; or nothing is said of them', () => {
    const files = memoryBuildFiles({ 'a/kustomization.yaml': 'resources: [../b.yaml]\n', 'b.yaml': configMap('b') });
    const told = [{}, { keepsOutside: true }, { restrict: false }].map(options => {
      const { faults, objects } = build('a', { files, ...options });
      return [faults.map(({ kind }) => kind), objects.length];
    });
    expect(told).toEqual([
      [['resource-outside'], 0],
      [['resource-outside'], 1],
      [[], 1],
    ]);
  });

  it('kinds of kustomizations stand where they belong', () => {
    const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: []\n';
    const files = { 'c/kustomization.yaml': component, 'k/kustomization.yaml': 'resources: []\n' };
    expect(answersOf({ 'kustomization.yaml': 'resources: [c]\ncomponents: [k]\n', ...files })).toEqual([
      "accumulating resources: accumulation err='accumulating resources from 'c': 'c' must resolve to a file': expected kind != 'Component' for path 'c'",
      `accumulating components: accumulateDirectory: "expected kind 'Component' for path 'k' but got 'Kustomization'"`,
    ]);
  });

  it('additions of a GitOps tool come on top', () => {
    const at = build('.', { files: memoryBuildFiles({ 'kustomization.yaml': 'resources: []\nnamespace: a\n' }) }).kustomizations[0]?.namespace?.at;
    if (!at) throw new Error('no namespace');
    const files = memoryBuildFiles({ 'kustomization.yaml': 'resources: [a.yaml]\nnamespace: a\n', 'a.yaml': configMap('a') });
    const additions = { overrides: { namespace: { value: 'other', at } }, appended: {} };
    expect(build('.', { files, additions }).text).toContain('namespace: other');
  });
});
