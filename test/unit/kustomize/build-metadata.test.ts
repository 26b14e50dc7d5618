import { describe, expect, it } from 'vitest';
import { answersOf, buildTexts, linesOf, objectOf, textOf } from '../../harness/built.ts';
import { nodeAt } from '../../../src/core/kustomize/node.ts';

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\n';
const BASE = { 'base/kustomization.yml': 'namePrefix: b-\nresources: [web.yaml]\n', 'base/web.yaml': SERVICE };

/** The lines of an annotation of the only Service. */
function told(files: Readonly<Record<string, string>>, key: string): string[] {
  const node = nodeAt(objectOf(buildTexts(files), 'Service').root, 'metadata', 'annotations', key);
  return node?.kind === 'scalar' ? node.text.trimEnd().split('\n') : [];
}

const ORIGIN = 'config.kubernetes.io/origin';
const TRANSFORMATIONS = 'alpha.config.kubernetes.io/transformations';

/** Who has changed the only Service, in order. */
function transformers(kustomization: string, files = {}): string[] {
  const all = { 'kustomization.yaml': `buildMetadata: [transformerAnnotations]\n${kustomization}`, ...files };
  return told(all, TRANSFORMATIONS).flatMap(line => /(?:configuredIn|kind|name): (.*)/.exec(line)?.[1] ?? []);
}

describe('buildMetadata (K-125)', () => {
  it('tells the file of an object, from the root', () => {
    expect(told({ ...BASE, 'kustomization.yaml': 'buildMetadata: [originAnnotations]\nresources: [./base]\n' }, ORIGIN)).toEqual(['path: base/web.yaml']);
    const over = { ...BASE, 'over/kustomization.yaml': 'buildMetadata: [originAnnotations]\nresources: [../base]\n' };
    expect(textOf(over, 'over')).toContain('    config.kubernetes.io/origin: |\n      path: ../base/web.yaml\n');
  });

  it('tells the generator of an object, and leaves one that it merges into where it comes from', () => {
    const generated = (behavior: string): string =>
      textOf({
        'base/kustomization.yaml': 'configMapGenerator: [{name: a}]\n',
        'kustomization.yaml': `buildMetadata: [originAnnotations]\nresources: [base]\nconfigMapGenerator: [{name: a, behavior: ${behavior}, literals: [a=b]}]\n`,
      });
    const by = '      configuredBy:\n        apiVersion: builtin\n        kind: ConfigMapGenerator\n';
    expect(generated('merge')).toContain(`|\n      configuredIn: base/kustomization.yaml\n${by}`);
    expect(generated('replace')).toContain(`|\n      configuredIn: kustomization.yaml\n${by}`);
  });

  it('tells the transformers of each kustomization', () => {
    const labels = 'labels: [{pairs: {a: b}}]\ntransformers: [t.yaml]\n';
    const plugin =
      'apiVersion: builtin\nkind: AnnotationsTransformer\nmetadata: {name: notes}\nannotations: {a: b}\nfieldSpecs: [{path: metadata/annotations}]\n';
    expect(transformers(`resources: [base]\n${labels}`, { ...BASE, 't.yaml': plugin })).toEqual([
      ...['base/kustomization.yml', 'PrefixTransformer'],
      // The second one is that of commonLabels.
      ...['kustomization.yaml', 'LabelTransformer', 'kustomization.yaml', 'LabelTransformer'],
      ...['t.yaml', 'AnnotationsTransformer', 'notes'],
    ]);
  });

  it('tells patches one by one, and old ones together', () => {
    const patch = (name: string): string => `'{apiVersion: v1, kind: Service, metadata: {name: web, labels: {${name}: x}}}'`;
    const kustomization = `resources: [base/web.yaml]\npatches: [{patch: ${patch('a')}}, {patch: ${patch('b')}}]\npatchesStrategicMerge: [${patch('c')}, ${patch('d')}]\n`;
    expect(transformers(kustomization, BASE).filter(word => word.endsWith('Transformer'))).toEqual([
      'PatchStrategicMergeTransformer',
      'PatchTransformer',
      'PatchTransformer',
    ]);
  });

  it('takes the patch for the origin where it wipes the annotations', () => {
    const patch = "'{apiVersion: v1, kind: Service, metadata: {name: web, annotations: null}}'";
    const files = { ...BASE, 'kustomization.yaml': `buildMetadata: [originAnnotations]\nresources: [base/web.yaml]\npatches: [{patch: ${patch}}]\n` };
    expect(told(files, ORIGIN)).toEqual(['configuredIn: kustomization.yaml', 'configuredBy:', '  apiVersion: builtin', '  kind: PatchTransformer']);
  });

  it('labels what kustomize manages, at the place that asks for it', () => {
    const built = buildTexts({ ...BASE, 'kustomization.yaml': 'resources: [base]\nbuildMetadata:\n- managedByLabel\n' });
    const label = nodeAt(objectOf(built, 'Service').root, 'metadata', 'labels', 'app.kubernetes.io/managed-by');
    expect(label?.kind === 'scalar' && label.text).toBe('kustomize-v5.7.1');
    expect(label && linesOf(label.origin)).toEqual(['kustomization.yaml:3']);
    expect(built.text).not.toContain('annotations');
  });

  it('counts in the root alone', () => {
    const base = { ...BASE, 'base/kustomization.yml': 'buildMetadata: [originAnnotations]\nresources: [web.yaml]\n' };
    expect(textOf({ ...base, 'kustomization.yaml': 'resources: [base]\n' })).not.toContain('annotations');
  });

  it('ends where nobody reads it any more', () => {
    const objects = Array.from({ length: 201 }, (_, i) => SERVICE.replace('web', `web-${String(i)}`)).join('---\n');
    const patches = Array.from({ length: 999 }, () => `{target: {kind: None}, patch: '[{"op": "remove", "path": "/a"}]'}`).join(', ');
    const kustomization = `buildMetadata: [transformerAnnotations]\nresources: [all.yaml]\npatches: [${patches}]\n`;
    expect(answersOf({ 'kustomization.yaml': kustomization, 'all.yaml': objects })).toEqual(['more than 200000 transformations are not written']);
  });
});
