import { describe, expect, it } from 'vitest';
import { answersOf, buildTexts, textOf } from '../../harness/built.ts';

const FOO = 'apiVersion: e.com/v1\nkind: Foo\nmetadata: {name: a}\nspec: {ref: conf, text: x}\n';
const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: conf}\n';

function scene(configuration: string, kustomization = 'namePrefix: p-\n'): Record<string, string> {
  return {
    'kustomization.yaml': `${kustomization}resources: [all.yaml]\nconfigurations: [c.yaml]\n`,
    'c.yaml': configuration,
    'all.yaml': `${FOO}---\n${CONFIG_MAP}`,
  };
}

describe('configurations (K-122)', () => {
  it('add fields for transformers and references', () => {
    expect(textOf(scene('namePrefix: [{kind: Foo, path: spec/text}]\n'))).toContain('text: p-x');
    expect(textOf(scene('nameReference: [{kind: ConfigMap, fieldSpecs: [{kind: Foo, path: spec/ref}]}]\n'))).toContain('ref: p-conf');
    expect(textOf(scene('commonAnnotations: [{kind: Foo, path: spec/notes, create: true}]\n', 'commonAnnotations: {by: us}\n'))).toContain(
      'notes:\n    by: us',
    );
  });

  it('work upwards, and never for the bases (K-033)', () => {
    const base = {
      'base/kustomization.yaml': 'resources: [all.yaml]\nconfigurations: [c.yaml]\n',
      'base/all.yaml': FOO,
      'base/c.yaml': 'namePrefix: [{kind: Foo, path: spec/text}]\n',
    };
    expect(textOf({ ...base, 'kustomization.yaml': 'resources: [base]\nnamePrefix: p-\n' })).toContain('text: p-x');
    const above = {
      'base/kustomization.yaml': 'namePrefix: p-\nresources: [all.yaml]\n',
      'base/all.yaml': FOO,
      'c.yaml': 'namePrefix: [{kind: Foo, path: spec/text}]\n',
    };
    expect(textOf({ ...above, 'kustomization.yaml': 'resources: [base]\nconfigurations: [c.yaml]\n' })).toContain('text: x');
  });

  it('must not contradict each other', () => {
    expect(answersOf(scene('namePrefix: [{path: metadata/name, create: true}]\n'))).toEqual(['failed to merge NamePrefix fieldSpec: conflicting fieldspecs']);
  });

  it('must not contradict those of a base beside', () => {
    const base = (name: string, configuration: string): Record<string, string> => ({
      [`${name}/kustomization.yaml`]: 'resources: [all.yaml]\nconfigurations: [c.yaml]\n',
      [`${name}/all.yaml`]: FOO.replace('name: a', `name: ${name}`),
      [`${name}/c.yaml`]: configuration,
    });
    const both = (one: string, other: string): readonly string[] =>
      answersOf({ ...base('a', one), ...base('b', other), 'kustomization.yaml': 'resources: [a, b]\n' });
    const head =
      "accumulating resources: accumulation err='accumulating resources from 'b': 'b' must resolve to a file': recursed merging from path 'b': failed to merge ";
    const spec = '{kind: Foo, path: spec/x';
    expect(both(`namePrefix: [${spec}}]\n`, `namePrefix: [${spec}}]\n`)).toEqual([]);
    expect(both(`namePrefix: [${spec}}]\n`, `namePrefix: [${spec}, create: true}]\n`)).toEqual([`${head}NamePrefix fieldSpec: conflicting fieldspecs`]);
    const reference = (more: string): string => `nameReference: [{kind: Foo, fieldSpecs: [${spec}${more}}]}]\n`;
    expect(both(reference(''), reference(', create: true'))).toEqual([`${head}NameReference fieldSpec: conflicting fieldspecs`]);
  });

  it('have known fields and are files that are there', () => {
    const { faults } = buildTexts(scene('namePrefixes: []\n'));
    expect(faults.map(({ kind, near }) => [kind, near])).toEqual([['configuration', 'namePrefix']]);
    const files = Object.fromEntries(Object.entries(scene('')).filter(([path]) => path !== 'c.yaml'));
    expect(buildTexts(files).faults.map(({ kind }) => kind)).toEqual(['resource-missing']);
  });
});

const plugin = (kind: string, fields: string): string => `apiVersion: builtin\nkind: ${kind}\nmetadata: {name: made, namespace: there}\n${fields}\n`;
const NAME = 'fieldSpecs: [{path: metadata/name}]';

function transformed(kind: string, fields: string): string {
  return textOf({
    'kustomization.yaml': 'resources: [all.yaml]\ntransformers: [t.yaml]\n',
    't.yaml': plugin(kind, fields),
    'all.yaml': `${FOO}---\n${CONFIG_MAP}`,
  });
}

describe('built-in plugins (K-123)', () => {
  it.each([
    ['PrefixTransformer', `prefix: p-\n${NAME}`, 'name: p-a'],
    ['SuffixTransformer', `suffix: -s\n${NAME}`, 'name: a-s'],
    ['PrefixSuffixTransformer', `prefix: p-\nsuffix: -s\n${NAME}`, 'name: p-a-s'],
    ['NamespaceTransformer', 'fieldSpecs: []', 'namespace: there'],
    ['LabelTransformer', 'labels: {a: b}\nfieldSpecs: [{path: metadata/labels, create: true}]', 'labels:\n    a: b'],
    ['AnnotationsTransformer', 'annotations: {a: b}\nfieldSpecs: [{path: metadata/annotations, create: true}]', 'annotations:\n    a: b'],
    [
      'PatchTransformer',
      'target: {kind: Foo}\npatch: "[{op: replace, path: /spec/text, value: z}]"'.replace(
        '"[{op: replace, path: /spec/text, value: z}]"',
        '\'[{"op": "replace", "path": "/spec/text", "value": "z"}]\'',
      ),
      'text: z',
    ],
    ['PatchJson6902Transformer', 'target: {kind: Foo, name: a}\njsonOp: \'[{"op": "replace", "path": "/spec/text", "value": "z"}]\'', 'text: z'],
    ['PatchStrategicMergeTransformer', 'patches: |-\n  apiVersion: e.com/v1\n  kind: Foo\n  metadata: {name: a}\n  spec: {text: z}', 'text: z'],
    ['ReplacementTransformer', 'replacements: [{source: {kind: ConfigMap}, targets: [{select: {kind: Foo}, fieldPaths: [spec.text]}]}]', 'text: conf'],
    ['ValueAddTransformer', 'value: v\ntargets: [{selector: {kind: Foo}, fieldPath: spec/text, filePathPosition: 1}]', 'text: v/x'],
  ])('%s', (kind, fields, expected) => {
    expect(transformed(kind, fields)).toContain(expected);
  });

  it('generate', () => {
    const files = {
      'kustomization.yaml': 'generators: [g.yaml]\n',
      'g.yaml': plugin('ConfigMapGenerator', 'literals: [a=1]\noptions: {disableNameSuffixHash: true}'),
    };
    expect(textOf(files)).toBe('apiVersion: v1\ndata:\n  a: "1"\nkind: ConfigMap\nmetadata:\n  name: made\n  namespace: there\n');
  });

  it('validate, and change nothing', () => {
    const files = (path: string): Record<string, string> => ({
      'kustomization.yaml': 'resources: [all.yaml]\nvalidators: [v.yaml]\n',
      'v.yaml': plugin('LabelTransformer', `labels: {a: b}\nfieldSpecs: [{path: ${path}, create: true}]`),
      'all.yaml': FOO,
    });
    expect(answersOf(files('metadata/labels'))).toEqual(["validator shouldn't modify the resource map"]);
  });

  it('are all that runs', () => {
    const files = (text: string): Record<string, string> => ({
      'kustomization.yaml': 'resources: [all.yaml]\ntransformers: [t.yaml]\n',
      't.yaml': text,
      'all.yaml': FOO,
    });
    expect(answersOf(files('apiVersion: e.com/v1\nkind: T\nmetadata: {name: t}\n'))).toEqual(["external plugins disabled; unable to load external plugin 'T'"]);
    expect(answersOf(files(plugin('NoTransformer', '')))).toEqual(['unable to load builtin NoTransformer.builtin.[noGrp]']);
    expect(answersOf(files(plugin('PrefixTransformer', 'prefix: x')))[0]).toMatch(/fails configuration: fieldSpecs is not expected to be nil$/);
  });
});
