import { describe, expect, test } from 'vitest';
import { readDefinedKinds } from '../../../src/core/model/definitions.ts';
import { readDocument } from '../../../src/core/model/read-documents.ts';
import { NO_KINDS, type Kinds } from '../../../src/core/schema/kinds.ts';
import { combineKinds } from '../../../src/core/schema/combine-kinds.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';
import { loadKinds } from '../../../src/node/load-kinds.ts';

function definition({ group = 'example.com', kind = 'Widget', versions = 'v1', field = 'size' } = {}): string {
  const version = (name: string): string => `  - name: ${name.replace('!', '')}
    served: ${String(!name.startsWith('!'))}
    storage: false
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec:
            type: object
            properties:
              ${field}: { type: integer }
`;
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.${group}
spec:
  group: ${group}
  names: { kind: ${kind}, plural: widgets }
  scope: Cluster
  versions:
${versions.split(' ').map(version).join('')}`;
}

function kindsOf(...texts: string[]): Kinds | undefined {
  const documents = texts.flatMap((text, index) => parseSource(`crd-${String(index)}.yaml`, text).documents);
  return readDefinedKinds(documents.flatMap(document => readDocument(document).resources));
}

describe('a definition of the input', () => {
  test('tells the versions that are served, newest first', () => {
    const kinds = kindsOf(definition({ versions: 'v1alpha1 !v1beta1 v1' }));
    const versions = kinds?.versionsOf('example.com', 'Widget') ?? [];
    expect(versions.map(({ apiVersion, plural, scope, source }) => [apiVersion, plural, scope, source])).toEqual([
      ['example.com/v1', 'widgets', 'Cluster', 'input'],
      ['example.com/v1alpha1', 'widgets', 'Cluster', 'input'],
    ]);
    expect(kinds?.find('example.com/v1beta1', 'Widget')).toBeUndefined();
    expect(kinds?.find('example.com/v1', 'Widget')?.schema()?.field?.('spec')?.schema.field?.('size')?.schema.type).toBe('integer');
  });

  test('that is there twice has a schema only where both say the same', () => {
    const schemaOf = (...texts: string[]): unknown =>
      kindsOf(...texts)
        ?.find('example.com/v1', 'Widget')
        ?.schema();
    expect(schemaOf(definition(), definition())).toBeDefined();
    expect(schemaOf(definition(), definition({ field: 'weight' }))).toBeUndefined();
  });

  test('with a version that is a placeholder may serve any', () => {
    const own = kindsOf(definition({ versions: '${VERSION}' }));
    const kinds = combineKinds(own ? [own] : []);
    expect(kinds.find('example.com/v7', 'Widget')?.schema()).toBeUndefined();
    expect(kinds.find('example.com/v7', 'Widget')?.apiVersion).toBe('example.com/v7');
  });

  test('whose group or kind is a placeholder may define what nobody else does', () => {
    const kinds = combineKinds([kindsOf(definition({ group: '${GROUP}' })) ?? NO_KINDS, loadKinds()]);
    expect(kinds.find('example.com/v1', 'Widget')?.source).toBe('input');
    expect(kinds.find('example.com/v1', 'Gadget')).toBeUndefined();
    expect(kinds.find('apps/v1', 'Deployment')?.source).toBe('built-in');
  });

  test('of which only a patch is shown may define more of its group only', () => {
    const kinds = kindsOf('apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: widgets.example.com }\n');
    expect(kinds?.mayFind?.('example.com/v1', 'Widget')?.source).toBe('input');
    expect(kinds?.mayFind?.('other.com/v1', 'Widget')).toBeUndefined();
  });

  test('with a placeholder in its schema tells no fields', () => {
    expect(
      kindsOf(definition({ field: '${FIELD}' }).replace('type: integer', 'type: ${TYPE}'))
        ?.find('example.com/v1', 'Widget')
        ?.schema(),
    ).toBeUndefined();
  });

  test('of the old version of definitions names kinds, and no fields', () => {
    const kinds = kindsOf(definition().replace('apiextensions.k8s.io/v1', 'apiextensions.k8s.io/v1beta1'));
    expect(kinds?.find('example.com/v1', 'Widget')?.schema()).toBeUndefined();
    expect(kinds?.versionsOf('example.com', 'Widget')).toHaveLength(1);
  });

  test('is not there in a set without one', () => {
    expect(kindsOf('apiVersion: v1\nkind: Service\nmetadata: { name: web }\n')).toBeUndefined();
  });

  test('speaks for its kind alone, before what is carried', () => {
    const own = kindsOf(definition({ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', versions: 'v1alpha2' }));
    const kinds = combineKinds([...(own ? [own] : []), loadKinds()]);
    expect(kinds.versionsOf('gateway.networking.k8s.io', 'HTTPRoute').map(({ source }) => source)).toEqual(['input']);
    expect(kinds.find('gateway.networking.k8s.io/v1', 'HTTPRoute')).toBeUndefined();
    expect(kinds.find('gateway.networking.k8s.io/v1', 'Gateway')?.source).toBe('bundled');
    expect(kinds.named('Gateway').map(({ apiVersion }) => apiVersion)).toContain('networking.istio.io/v1');
  });
});
