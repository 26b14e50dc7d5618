import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/core/kustomize/hash.ts';
import { loadObjects } from '../../../src/core/kustomize/load.ts';
import { fileSource } from '../../../src/core/kustomize/text-source.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';
import { textOf } from '../../harness/built.ts';

function hashed(rest: string, kind = 'ConfigMap'): string {
  const [object] = loadObjects(fileSource(parseSource('a.yaml', `apiVersion: v1\nkind: ${kind}\nmetadata: {name: a}\n${rest}\n`))).objects;
  return object ? hashOf(object) : '';
}

describe('the hash of a generated object (K-110)', () => {
  it('is taken of its data, not of its name, namespace and labels', () => {
    expect(hashed('data: {a: "1"}')).toBe('h29d89cmmt');
    const text = textOf({ 'kustomization.yaml': 'namePrefix: p-\nnamespace: q\ncommonLabels: {l: m}\nconfigMapGenerator: [{name: a, literals: [a=1]}]\n' });
    expect(text).toContain('name: p-a-h29d89cmmt\n');
  });

  it('tells absent data from empty data', () => {
    expect(hashed('')).toBe('6ct58987ht');
    expect(hashed('data: {}')).not.toBe('6ct58987ht');
    expect(hashed('data: {}\ntype: Opaque', 'Secret')).toBe('46f8b28mk5');
  });

  it('escapes texts as Go does', () => {
    expect(hashed('data: {x: "<a>&é\\u2028\\b\\f\\u0001\\"\\\\"}')).toBe('78g4khd22t');
  });

  it('is not known for an object that is not known whole', () => {
    const [object] = loadObjects(fileSource(parseSource('a.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n'))).objects;
    if (object) object.isIncomplete = true;
    expect(object && hashOf(object)).toBe('${hash}');
  });
});
