import { describe, expect, test } from 'vitest';
import { stableText, toValue } from '../../../src/core/yaml/to-value.ts';
import { rootOf, valueOf } from './reading.ts';

describe('a value without places', () => {
  test('has mappings without prototype, lists and scalars', () => {
    const value = valueOf('a: [1, "2", null, true, 9223372036854775807]\nb: {c: {}}\n');
    expect(value).toEqual({ a: [1, '2', null, true, 9223372036854775807n], b: { c: {} } });
    expect(Object.getPrototypeOf(value)).toBeNull();
  });

  test('is undefined for what is absent, unknown by template, or larger than the budget', () => {
    const root = rootOf('a: [1, 2, 3]\nb: null\n');
    expect(toValue(root.get('x'), 10)).toBeUndefined();
    expect(toValue(root.get('b'), 10)).toBeNull();
    expect(toValue(root.get('a'), 4)).toEqual([1, 2, 3]);
    expect(toValue(root.get('a'), 3)).toBeUndefined();
    expect(toValue(rootOf('a:\n  {{ x }}: 1\n').get('a').get('y'), 10)).toBeUndefined();
  });

  test('holds placeholders as text and null for aliases that lead nowhere', () => {
    expect(valueOf('a: ${X}\nb: *c\n')).toEqual({ a: '${X}', b: null });
  });
});

describe('the stable text of a value', () => {
  test('does not depend on the order of keys, nor on the style', () => {
    expect(stableText(valueOf('a: 1\nb: [x, {d: 2, c: 3}]\n'))).toBe(stableText(valueOf('b:\n- "x"\n- c: 3\n  d: 0x2\na: 1\n')));
  });

  test('tells types apart, and orders lists', () => {
    const texts = ['a: 1', 'a: "1"', 'a: true', 'a: [1]', 'a: {b: 1}', 'a: null', 'b: 1', 'a: [2, 1]', 'a: [1, 2]', 'a: 9223372036854775807'].map(text =>
      stableText(valueOf(text)),
    );
    expect(new Set(texts).size).toBe(texts.length);
  });
});
