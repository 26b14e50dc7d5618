import { describe, expect, it } from 'vitest';
import { answersOf, textOf } from '../../harness/built.ts';

const MERGES = 'x-kubernetes-patch-strategy: "merge,retainKeys", x-kubernetes-patch-merge-key: name';
const SCHEMA = `definitions:
  e.v1.Foo:
    properties: { spec: { $ref: "#/definitions/Spec" } }
    x-kubernetes-group-version-kind: [{ group: e.com, version: v1, kind: Foo }]
  Spec:
    properties:
      inner: { $ref: "#/definitions/Spec" }
      list: { type: array, items: { $ref: "#/definitions/Item" }, ${MERGES} }
      pairs: { type: array, x-kubernetes-patch-strategy: merge, x-kubernetes-list-map-keys: [a, b] }
      any: { additionalProperties: { type: array, x-kubernetes-patch-strategy: merge } }
      replaced: { type: array, x-kubernetes-patch-strategy: replace, x-kubernetes-patch-merge-key: name }
  Item: { properties: { ports: { type: array, ${MERGES} } } }
`;

const foo = (spec: string): string => `apiVersion: e.com/v1\nkind: Foo\nmetadata: {name: a}\nspec: ${spec}\n`;

function patched(spec: string, patch: string): string {
  const text = textOf({
    'kustomization.yaml': 'openapi: {path: schema.yaml}\nresources: [foo.yaml]\npatches: [{path: patch.yaml}]\n',
    'schema.yaml': SCHEMA,
    'foo.yaml': foo(spec),
    'patch.yaml': foo(patch),
  });
  return text.slice(text.indexOf('spec:\n') + 'spec:\n'.length);
}

const deployment = (image: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {template: {spec: {containers: [${image}]}}}\n`;

describe('openapi.path (K-124)', () => {
  it('tells which lists are merged', () => {
    expect(patched('{list: [{name: x, ports: [{name: p}]}]}', '{list: [{name: x, ports: [{name: q}]}]}')).toBe(
      '  list:\n  - name: x\n    ports:\n    - name: q\n    - name: p\n',
    );
    expect(patched('{pairs: [{a: 1, b: 1}]}', '{pairs: [{a: 1, b: 2}]}')).toBe('  pairs:\n  - a: 1\n    b: 2\n  - a: 1\n    b: 1\n');
    expect(patched('{any: {k: [a]}}', '{any: {k: [b]}}')).toBe('  any:\n    k:\n    - b\n    - a\n');
    expect(patched('{replaced: [{name: a}]}', '{replaced: [{name: b}]}')).toBe('  replaced:\n  - name: b\n');
  });

  it('goes on in types that hold themselves', () => {
    expect(patched('{inner: {inner: {list: [{name: a}]}}}', '{inner: {inner: {list: [{name: b}]}}}')).toContain('- name: b\n      - name: a\n');
  });

  const base = {
    'base/kustomization.yaml': 'openapi: {path: schema.yaml}\nresources: [foo.yaml]\n',
    'base/schema.yaml': SCHEMA,
    'base/foo.yaml': foo('{list: [{name: a}]}'),
    'd.yaml': deployment('{name: a}, {name: b}'),
    'patch.yaml': `${deployment('{name: a, image: x}')}---\n${foo('{list: [{name: b}]}')}`,
  };
  const above = (head: string): string => textOf({ ...base, 'kustomization.yaml': `${head}\npatches: [{path: patch.yaml}]\n` });

  it('stands in place of the built-in schema, also above', () => {
    expect(above('resources: [d.yaml, base]')).toContain('containers:\n      - image: x\n        name: a\n---');
  });

  it('stands beside the built-in schema where that was read before', () => {
    const bar = { 'bar.yaml': 'apiVersion: e.com/v1\nkind: Bar\nmetadata: {name: a}\n' };
    const text = textOf({ ...base, ...bar, 'kustomization.yaml': 'resources: [d.yaml, bar.yaml, base]\npatches: [{path: patch.yaml}]\n' });
    expect(text).toContain('containers:\n      - image: x\n        name: a\n      - name: b\n');
    expect(text).toContain('list:\n  - name: b\n  - name: a\n');
  });

  it('counts where it is met first', () => {
    const text = above('openapi: {version: v1.21.2}\nresources: [d.yaml, base]');
    expect(text).toContain('name: a\n      - name: b\n');
    expect(text).toContain('list:\n  - name: b\n');
    expect(text).not.toContain('list:\n  - name: b\n  - name: a\n');
  });

  it('is a schema that is there', () => {
    const answers = (openapi: string, schema = SCHEMA): string[] =>
      answersOf({ 'kustomization.yaml': `openapi: ${openapi}\nresources: [foo.yaml]\n`, 'schema.yaml': schema, 'foo.yaml': foo('{}') });
    expect(answers('{path: schema.yml}')[0]).toContain("evalsymlink failure on 'schema.yml'");
    expect(answers('{path: schema.yaml}', 'text')).toEqual(['invalid schema file: json: cannot unmarshal into Go value of type spec.Swagger']);
    expect(answers('{version: v1.20.4}')).toEqual(['the specified OpenAPI version is not built in']);
    expect(answers('{version: v1.21.2, path: schema.yaml}')).toEqual(['builtin version and custom schema provided, cannot use both']);
  });
});
