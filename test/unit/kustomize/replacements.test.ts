import { describe, expect, it } from 'vitest';
import { answersOf, buildTexts, objectOf, textOf, writtenIn } from '../../harness/built.ts';
import { splitFieldPath } from '../../../src/core/kustomize/replace/field-path.ts';

const SOURCE = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: source}\ndata: {host: web.example.com, port: "8080", image: "nginx:1.25"}\n';
const TARGET = `apiVersion: e.com/v1
kind: Foo
metadata: {name: target}
spec:
  quoted: "80"
  number: 80
  list: [{name: a, value: x}, {name: b, value: y}]
  words: [one, two]
  map: {k: v}
`;

function scene(source: string, targets: string): Record<string, string> {
  return {
    'kustomization.yaml': `resources: [all.yaml]\nreplacements:\n- source: ${source}\n  targets:\n  - select: {kind: Foo}\n${targets.replaceAll(/^/gm, '    ')}\n`,
    'all.yaml': `${SOURCE}---\n${TARGET}`,
  };
}

/** The fields of the target afterwards. */
function replaced(field: string, targets: string): string {
  const text = textOf(scene(`{kind: ConfigMap, fieldPath: ${field}}`, targets));
  return text.slice(text.indexOf('spec:\n') + 'spec:\n'.length);
}

const paths = (...fieldPaths: readonly string[]): string => `fieldPaths: [${fieldPaths.map(path => `"${path}"`).join(', ')}]`;

describe('field paths (K-120)', () => {
  it.each([
    ['a.b.c', ['a', 'b', 'c']],
    [String.raw`a.b\.c`, ['a', 'b.c']],
    ['metadata.annotations.[e.com/x]', ['metadata', 'annotations', 'e.com/x']],
    ['spec.[name=a.b].value', ['spec', '[name=a.b]', 'value']],
  ])('%s', (path, steps) => {
    expect(splitFieldPath(path)).toEqual(steps);
  });
});

describe('replacements (K-120)', () => {
  it('copy the text alone, so that type and style stay', () => {
    const text = replaced('data.port', paths('spec.quoted', 'spec.number'));
    expect(text).toContain('number: 8080\n');
    expect(text).toContain('quoted: "8080"\n');
  });

  it('cannot put a word into a number', () => {
    expect(answersOf(scene('{kind: ConfigMap, fieldPath: data.host}', paths('spec.number')))[0]).toContain(
      'yaml: cannot decode !!str `web.example.com` as a !!int',
    );
  });

  it('reach elements by key, by pattern, by index and all of them', () => {
    expect(replaced('data.port', paths('spec.list.[name=a].value'))).toContain('- name: a\n    value: "8080"\n  - name: b\n    value: "y"');
    expect(replaced('data.host', paths('spec.list.[name=^b$].value'))).toContain('value: web.example.com');
    expect(replaced('data.host', paths('spec.list.1.name', 'spec.words.*')).match(/web\.example\.com/g)).toHaveLength(3);
  });

  it('take and put parts', () => {
    expect(replaced('data.image', `${paths('spec.words.0')}`)).toContain('- nginx:1.25\n');
    const part = textOf(
      scene('{kind: ConfigMap, fieldPath: data.image, options: {delimiter: ":", index: 1}}', `${paths('spec.words.1')}\noptions: {delimiter: "w", index: 0}`),
    );
    expect(part).toContain('- 1.25wo\n');
  });

  it('make what is missing where they are told to', () => {
    expect(replaced('data.port', `${paths('spec.new.deep')}\noptions: {create: true}`)).toContain('new:\n    deep: 8080\n');
    expect(answersOf(scene('{kind: ConfigMap, fieldPath: data.port}', paths('spec.new.deep')))).toEqual([
      'unable to find field "spec.new.deep" in replacement target',
    ]);
  });

  it('need one source that has the field', () => {
    expect(answersOf(scene('{kind: Service}', paths('spec.number')))).toEqual(['nothing selected by Service.[noVer].[noGrp]/[noName].[noNs]']);
    expect(answersOf(scene('{version: v1, fieldPath: x}', paths('spec.number')))).toHaveLength(1);
    expect(answersOf(scene('{kind: ConfigMap, fieldPath: data.x}', paths('spec.number')))).toEqual([
      'fieldPath `data.x` is missing for replacement source ConfigMap.[noVer].[noGrp]/[noName].[noNs]',
    ]);
  });

  it('do not repeat themselves for ever on an element that its own pattern does not fit', () => {
    expect(answersOf(scene('{kind: ConfigMap, fieldPath: data.port}', `${paths('spec.list.[name=^x+$].value')}\noptions: {create: true}`))).toEqual([
      'unable to find or create field "spec.list.[name=^x+$].value" in replacement target',
    ]);
  });

  it('leave out what is rejected', () => {
    const rejecting = scene('{kind: ConfigMap, fieldPath: data.port}', `reject: [{name: target}]\n${paths('spec.number')}`);
    expect(textOf(rejecting)).toContain('number: 80\n');
  });

  it('are read from files too', () => {
    const file = '- source: {kind: ConfigMap, fieldPath: data.port}\n  targets: [{select: {kind: Foo}, fieldPaths: [spec.number]}]\n';
    const text = textOf({
      'kustomization.yaml': 'resources: [all.yaml]\nreplacements: [{path: r.yaml}]\n',
      'r.yaml': file,
      'all.yaml': `${SOURCE}---\n${TARGET}`,
    });
    expect(text).toContain('number: 8080\n');
  });

  it('name the source, what was there, and the field path', () => {
    const built = buildTexts(scene('{kind: ConfigMap, fieldPath: data.port}', paths('spec.number')));
    expect(writtenIn(objectOf(built, 'Foo'), 'spec/number')).toEqual([
      'all.yaml:4',
      'all.yaml:11 a replacement overwrites it',
      'kustomization.yaml:6 a replacement copies it to this field',
    ]);
  });
});
