import { describe, expect, it } from 'vitest';
import { answersOf, buildTexts, textOf } from '../../harness/built.ts';

const OBJECT = 'apiVersion: {}\n      kind: {}\n      metadata: {}';
const KUSTOMIZATION = 'namePrefix: p-\nresources: [all.yaml]\ncrds: [types.yaml]\n';
const ALL = 'apiVersion: e.com/v1\nkind: Foo\nmetadata: {name: a}\nspec: {ref: {name: s, key: s}, pick: {a: b}, notes: {a: b}, id: x}\n---\n';
const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n';

const typesOf = (properties: string): string =>
  `e.com/v1.Foo:\n  Schema:\n    properties:\n      ${OBJECT}\n      spec: { $ref: e.com/v1.FooSpec }\ne.com/v1.FooSpec: { Schema: { properties: ${properties} } }\n`;

function scene(types: string, more = ''): Record<string, string> {
  return { 'kustomization.yaml': KUSTOMIZATION + more, 'types.yaml': types, 'all.yaml': ALL + SECRET };
}

describe('crds (K-124)', () => {
  it('tell which fields name objects', () => {
    const property = (more: string): string => `{ ref: { x-kubernetes-object-ref-api-version: v1, x-kubernetes-object-ref-kind: Secret${more} } }`;
    expect(textOf(scene(typesOf(property(''))))).toContain('key: s\n    name: p-s');
    expect(textOf(scene(typesOf(property(', x-kubernetes-object-ref-name-key: key'))))).toContain('key: p-s\n    name: s');
  });

  it('tell which fields are names, selectors and annotations', () => {
    const text = textOf(
      scene(
        typesOf('{ pick: { x-kubernetes-label-selector: "" }, notes: { X-Kubernetes-Annotation: "" }, id: { x-kubernetes-identity: "" } }'),
        'commonLabels: {l: m}\ncommonAnnotations: {z: o}\nnameSuffix: -s\n',
      ),
    );
    expect(text).toContain('pick:\n    a: b\n    l: m');
    expect(text).toContain('notes:\n    a: b\n    z: o');
    expect(text).toContain('id: p-x\n');
  });

  it('end with types that hold themselves', () => {
    expect(textOf(scene(typesOf('{ deep: { $ref: e.com/v1.FooSpec }, id: { x-kubernetes-identity: "" } }')))).toContain('id: p-x\n');
  });

  it('end with types that hold each other twice', () => {
    const types = Array.from(
      { length: 40 },
      (_, i) => `t${String(i)}: { Schema: { properties: { a: { $ref: t${String(i + 1)} }, b: { $ref: t${String(i + 1)} } } } }\n`,
    );
    const first = `Foo:\n  Schema:\n    properties:\n      ${OBJECT}\n      spec: { $ref: t0 }\n`;
    expect(answersOf(scene(first + types.join('')))).toEqual(['loading CRDs [types.yaml]: more than 200000 properties are not read']);
  });

  it('are files that are there, and types', () => {
    expect(answersOf(scene('Foo: 3\n'))).toEqual([
      "loading CRDs [types.yaml]: unable to parse open API definition from 'types.yaml': json: cannot unmarshal into Go value of type accumulator.OpenAPIDefinition",
    ]);
    const files = Object.fromEntries(Object.entries(scene('')).filter(([path]) => path !== 'types.yaml'));
    expect(buildTexts(files).faults.map(({ kind, answer }) => [kind, answer.startsWith('loading CRDs [types.yaml]: evalsymlink failure')])).toEqual([
      ['resource-missing', true],
    ]);
  });
});
