import { describe, expect, it } from 'vitest';
import { mergeFields, selectsGvk, splitPath, writeFields } from '../../../src/core/kustomize/field-spec.ts';
import type { FieldSpec } from '../../../src/core/kustomize/kustomization.ts';
import { loadObjects } from '../../../src/core/kustomize/load.ts';
import type { YamlNode } from '../../../src/core/kustomize/node.ts';
import type { BuildObject } from '../../../src/core/kustomize/object.ts';
import { fileSource } from '../../../src/core/kustomize/text-source.ts';
import { emitObject } from '../../../src/core/kustomize/emit.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';

function objectOf(spec: string): BuildObject {
  const text = `apiVersion: e.com/v1\nkind: Foo\nmetadata: {name: a}\n${spec}\n`;
  const [object] = loadObjects(fileSource(parseSource('a.yaml', text))).objects;
  if (!object) throw new Error('no object');
  return object;
}

function specOf(path: string, create = false): FieldSpec {
  return { group: '', version: '', kind: '', path, create };
}

/** The scalars that a walk comes to. */
function reached(spec: string, path: string): readonly string[] {
  const object = objectOf(spec);
  const texts: string[] = [];
  const set = (node: YamlNode): undefined => {
    texts.push(node.kind === 'scalar' ? node.text : node.kind);
    return undefined;
  };
  writeFields(object, specOf(path), { origin: object.origin, set });
  return texts;
}

/** What an object is after a walk that makes what is absent. */
function made(spec: string, path: string, makes: 'map' | 'scalar'): string {
  const object = objectOf(spec);
  const obstacle = writeFields(object, specOf(path, true), { makes, origin: object.origin, set: () => undefined });
  return obstacle?.answer ?? emitObject(object.root).text.replace(/^apiVersion.*\nkind.*\nmetadata:\n {2}name: a\n/, '');
}

describe('the path of a field spec (K-070)', () => {
  it('is cut at slashes that no backslash stands before', () => {
    expect(splitPath('metadata/annotations/nginx.ingress.kubernetes.io\\/auth-secret')).toEqual([
      'metadata',
      'annotations',
      'nginx.ingress.kubernetes.io/auth-secret',
    ]);
  });

  it('enters lists without a step, lists in lists too', () => {
    expect(reached('spec: [{a: 1}, [{a: 2}], {b: 3}]', 'spec/a')).toEqual(['1', '2']);
  });

  it('enters nothing but a list with []', () => {
    expect(reached('spec: [{a: 1}]', 'spec[]/a')).toEqual(['1']);
    expect(reached('spec: {a: 1}', 'spec[]/a')).toEqual(['1']);
  });

  it('ends at what is absent or null', () => {
    expect(reached('spec: {a: null}', 'spec/a/b')).toEqual([]);
    expect(reached('spec: {a: 1}', 'spec/b/c')).toEqual([]);
  });

  it('makes mappings on the way where the spec creates', () => {
    expect(made('spec: {}', 'spec/a/b', 'map')).toBe('spec:\n  a:\n    b: {}\n');
    expect(made('spec: null', 'spec/a', 'map')).toBe('spec:\n  a: {}\n');
  });

  it('makes no elements of lists', () => {
    expect(made('spec: {a: []}', 'spec/a/b', 'map')).toBe('spec:\n  a: []\n');
    expect(made('spec: {}', 'spec/a[]/b', 'map')).toBe('spec: {}\n');
    expect(made('spec: {a: null}', 'spec/a[]/b', 'map')).toBe('spec:\n  a: []\n');
  });

  it('is refused by a scalar on the way, in the words of kustomize', () => {
    expect(made('spec: x', 'spec/a', 'map')).toBe("considering field 'spec/a' of object Foo.v1.e.com/a.[noNs]: expected sequence or mapping node");
    expect(made('spec: [x]', 'spec/a', 'map')).toContain('visit traversal on path: [a]: expected sequence or mapping node');
  });

  it('takes kinds, groups and versions; an empty part takes all', () => {
    const gvk = { group: 'apps', version: 'v1', kind: 'Deployment' };
    expect(selectsGvk({ kind: 'Deployment' }, gvk)).toBe(true);
    expect(selectsGvk({ group: 'extensions', kind: 'Deployment' }, gvk)).toBe(false);
    expect(selectsGvk({ group: '', version: 'v1beta1' }, gvk)).toBe(false);
  });

  it('is merged once for each kind', () => {
    expect(mergeFields([specOf('a'), specOf('b')], [specOf('a', true), specOf('c')]).map(({ path, create }) => [path, create])).toEqual([
      ['a', false],
      ['b', false],
      ['c', false],
    ]);
  });
});
