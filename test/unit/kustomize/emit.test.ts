import { describe, expect, it } from 'vitest';
import { emitScalar } from '../../../src/core/kustomize/emit-scalar.ts';
import { compareKeys } from '../../../src/core/kustomize/key-order.ts';
import { textOf } from '../../harness/built.ts';

const plain = (value: Parameters<typeof emitScalar>[0], column = 0): string => emitScalar(value, { indent: 2, column, isKey: false });

describe('scalars as go-yaml v2 prints them (K-132, K-133)', () => {
  it.each([
    ['a', 'a'],
    ['', '""'],
    ['yes', '"yes"'],
    ['1.0', '"1.0"'],
    ['2024-01-02', '"2024-01-02"'],
    ['1:30', '"1:30"'],
    ['<<', '<<'],
    [' a', "' a'"],
    ['- a', "'- a'"],
    ['-a', '-a'],
    ['a: b', "'a: b'"],
    ['a:b', 'a:b'],
    ['a #b', "'a #b'"],
    ["it's: b", "'it''s: b'"],
    ['a\tb', '"a\\tb"'],
    ['\u{1F600}', '"\\U0001F600"'],
    ['a\nb', '|-\n  a\n  b'],
    ['a\n\n', '|+\n  a\n'],
    ['\na', '|2-\n\n  a'],
    ['a \nb', '"a \\nb"'],
    [1e23, '1e+23'],
    [1e-7, '1e-07'],
    [-0, '-0'],
    [9007199254740993n, '9007199254740993'],
    [null, 'null'],
    [true, 'true'],
  ])('%s', (value, printed) => {
    expect(plain(value)).toBe(printed);
  });

  it('folds beyond 80 columns at single spaces (K-130)', () => {
    const words = 'word '.repeat(20).trim();
    expect(plain(words)).toBe(`${'word '.repeat(17).trim()}\n  word word word`);
    expect(plain(`"${words}`)).toBe(`'"${'word '.repeat(16).trim()}\n  word word word word'`);
    expect(plain(`\u0001${words}`)).toContain('\n  word');
    expect(emitScalar(words, { indent: 2, column: 0, isKey: true })).toBe(words);
  });
});

describe('order of keys (K-131)', () => {
  it.each([
    [
      ['b', 'a', 'A'],
      ['A', 'a', 'b'],
    ],
    [
      ['a10', 'a2', 'a1'],
      ['a1', 'a2', 'a10'],
    ],
    [
      ['ab', 'a-b', 'a.b', 'a'],
      ['a', 'a-b', 'a.b', 'ab'],
    ],
    [
      ['a01', 'a1'],
      ['a1', 'a01'],
    ],
  ])('%j', (keys, sorted) => {
    expect([...keys].sort(compareKeys)).toEqual(sorted);
  });
});

describe('collections', () => {
  it('lists are not indented below their key, empty ones stay in the line', () => {
    const text = textOf({ 'kustomization.yaml': 'resources: [a.json]\n', 'a.json': '{"kind":"A","metadata":{"name":"a"},"l":[[1,[2]],{"b":[],"c":{}}]}' });
    expect(text).toBe('kind: A\nl:\n- - 1\n  - - 2\n- b: []\n  c: {}\nmetadata:\n  name: a\n');
  });

  it('keys of more than 128 bytes get a question mark', () => {
    const key = 'k'.repeat(129);
    expect(textOf({ 'kustomization.yaml': 'resources: [a.yaml]\n', 'a.yaml': `kind: A\nmetadata: {name: a}\nx: {? "${key}" : v}\n` })).toContain(
      `x:\n  ? ${key}\n  : v\n`,
    );
  });
});
