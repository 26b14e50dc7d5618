import { describe, expect, it } from 'vitest';
import { imageMatcher, joinImage, splitImage } from '../../../src/core/kustomize/transform/image-name.ts';
import { answersOf, buildTexts, linesOf, objectOf, textOf } from '../../harness/built.ts';
import { nodeAt } from '../../../src/core/kustomize/node.ts';

function podOf(image: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - image: ${image}\n`;
}

function imageOf(entry: string, image: string): string {
  const text = textOf({ 'kustomization.yaml': `resources: [pod.yaml]\nimages:\n- ${entry}\n`, 'pod.yaml': podOf(image) });
  return /image: (.*)/.exec(text)?.[1] ?? '';
}

describe('an image reference', () => {
  it.each([
    ['nginx', 'nginx', '', ''],
    ['nginx:1', 'nginx', '1', ''],
    ['reg:5000/x', 'reg:5000/x', '', ''],
    ['reg:5000/x:1', 'reg:5000/x', '1', ''],
    ['a/b@sha256:0', 'a/b', '', 'sha256:0'],
    ['a/b:1@sha256:0', 'a/b', '1', 'sha256:0'],
  ])('%s is cut into its parts', (image, name, tag, digest) => {
    expect(splitImage(image)).toEqual({ name, tag, digest });
    expect(joinImage({ name, tag, digest })).toBe(image);
  });

  it('is matched by a regular expression that stands for the name', () => {
    expect(imageMatcher('.*/app')('reg/app:1')).toBe(true);
    expect(imageMatcher('ngin.')('nginx')).toBe(true);
    expect(imageMatcher('nginx')('docker.io/nginx')).toBe(false);
    expect(imageMatcher('nginx')('nginx-extra:1')).toBe(false);
  });

  it('is matched by no name that is no regular expression, and in linear time', () => {
    expect(imageMatcher('(')('(')).toBe(false);
    expect(imageMatcher('(a+)+b')('a'.repeat(5000))).toBe(false);
  });
});

describe('images (K-075)', () => {
  it.each([
    ['{name: a, newTag: "2"}', 'a:1', 'a:2'],
    ['{name: a, newTag: "2"}', 'a:1@sha256:0', 'a:2'],
    ['{name: a, digest: "sha256:9"}', 'a:1', 'a@sha256:9'],
    ['{name: a, newTag: "2", digest: "sha256:9"}', 'a', 'a:2@sha256:9'],
    ['{name: a, newName: b}', 'a:1@sha256:0', 'b:1@sha256:0'],
    ['{name: a, tagSuffix: -dev}', 'a:1', 'a:1-dev-dev'],
    ['{name: a, tagSuffix: -dev, newTag: "2"}', 'a:1', 'a:2'],
  ])('%s makes of %s', (entry, image, changed) => {
    expect(imageOf(entry, image)).toBe(changed);
  });

  it('go on from what earlier entries made', () => {
    expect(imageOf('{name: a, newName: b}\n- {name: b, newTag: "3"}', 'a:1')).toBe('b:3');
  });

  it('are changed in containers at any depth of any kind but CustomResourceDefinitions', () => {
    const object = (kind: string): string =>
      `apiVersion: e.com/v1\nkind: ${kind}\nmetadata: {name: a}\nspec: {deep: {initContainers: [{image: a}]}, image: a}\n`;
    const text = textOf({
      'kustomization.yaml': 'resources: [all.yaml]\nimages: [{name: a, newTag: "2"}]\n',
      'all.yaml': `${object('Foo')}---\n${object('CustomResourceDefinition')}`,
    });
    expect(text.match(/image: .*/g)).toEqual(['image: a', 'image: a', 'image: a:2', 'image: a']);
  });

  it('make an empty list of containers that are null', () => {
    const text = textOf({
      'kustomization.yaml': 'resources: [pod.yaml]\nimages: [{name: a, newTag: "2"}]\n',
      'pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: null}\n',
    });
    expect(text).toContain('containers: []\n');
  });

  it('are refused by a container that is a text', () => {
    const all = 'apiVersion: e.com/v1\nkind: Foo\nmetadata: {name: a}\nspec: {containers: [a]}\n';
    expect(answersOf({ 'kustomization.yaml': 'resources: [all.yaml]\nimages: [{name: a, newTag: "2"}]\n', 'all.yaml': all })).toEqual([
      'wrong node kind: expected MappingNode but got ScalarNode: node contents:\na',
    ]);
  });

  it('stand where the container names them, and tell the lines that changed them', () => {
    const built = buildTexts({
      'kustomization.yaml': 'resources: [pod.yaml]\nimages:\n- name: a\n  newName: b\n  newTag: "2"\n',
      'pod.yaml': podOf('a:1'),
    });
    const containers = nodeAt(objectOf(built, 'Pod').root, 'spec', 'containers');
    const image = containers?.kind === 'list' ? containers.items.map(item => nodeAt(item, 'image'))[0] : undefined;
    expect(image && linesOf(image.origin)).toEqual([
      'pod.yaml:6',
      'kustomization.yaml:4 newName sets the image "b"',
      'kustomization.yaml:5 newTag sets the tag "2"',
    ]);
  });
});
