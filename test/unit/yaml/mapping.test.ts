import { describe, expect, test } from 'vitest';
import { problemsOf, rootOf, tellProblems, valueOf } from './reading.ts';

describe('merges', () => {
  test.each([
    ['a mapping', 'a: &a {x: 1, z: 2}\nb:\n  <<: *a\n  w: 3\n', { x: 1, z: 2, w: 3 }],
    ['an own key behind it', 'b:\n  <<: {x: 1}\n  x: 2\n', { x: 2 }],
    ['an own key before it, which kubectl overwrites', 'b:\n  x: 2\n  <<: {x: 1}\n', { x: 1 }],
    ['a list, whose first mapping is strongest', 'b:\n  <<: [{x: 1}, {x: 2, z: 3}]\n', { x: 1, z: 3 }],
    ['twice', 'b:\n  <<: {x: 1}\n  <<: {x: 2}\n', { x: 2 }],
    ['merges within merges', 'a: &a {x: 1, z: 1}\nc: &c {<<: *a, z: 2}\nb: {z: 3, <<: [*c, *a]}\n', { x: 1, z: 2 }],
    ['an inner merge behind its own key', 'a: &a {z: 2, <<: {z: 3, x: 1}}\nb: {<<: *a}\n', { z: 3, x: 1 }],
    ['an empty list', 'b: {<<: [], x: 1}\n', { x: 1 }],
    ['a tagged key', 'b: {!!merge <<: {x: 1}}\n', { x: 1 }],
    ['a quoted key, which is none', 'b: {"<<": {x: 1}}\n', { '<<': { x: 1 } }],
  ])('%s', (_, text, value) => {
    expect(valueOf(text)).toMatchObject({ b: value });
    expect(problemsOf(text)).toEqual([]);
    const merged = rootOf(text).get('b');
    expect(merged.entries().map(entry => entry.key)).toEqual(expect.arrayContaining(Object.keys(value)));
    for (const [key, expected] of Object.entries(value)) {
      if (typeof expected === 'number') expect(merged.get(key).number()).toMatchObject({ value: expected });
    }
  });

  test.each(['1', 'null', '', '[1]', '[[{a: b}]]', 'text'])('of %j is a problem', value => {
    expect(problemsOf(`b:\n  <<: ${value}\n  x: 1\n`)).toMatchObject([{ kind: 'unsupported-value', cause: '"<<" merges a value that is no mapping' }]);
    expect(valueOf(`b:\n  <<: ${value}\n  x: 1\n`)).toEqual({ b: { x: 1 } });
  });

  test('of an alias that leads nowhere is one problem', () => {
    expect(problemsOf('b: {<<: *x, c: 1}\n')).toMatchObject([{ kind: 'undefined-alias' }]);
    expect(problemsOf('b: {<<: [*x], c: 1}\n')).toMatchObject([{ kind: 'undefined-alias' }]);
  });

  test('entries stand in their order, merged ones last', () => {
    const entries = rootOf('a: &a {m: 1, k: 2}\nb:\n  z: 1\n  <<: *a\n  w: 2\n').get('b').entries();
    expect(entries.map(entry => entry.key)).toEqual(['z', 'w', 'm', 'k']);
  });
});

describe('aliases', () => {
  test('stand for the anchor before them, which may have a name that was used before', () => {
    expect(valueOf('a: &x 1\nb: *x\nc: &x {d: [e]}\nf: *x\n')).toEqual({ a: 1, b: 1, c: { d: ['e'] }, f: { d: ['e'] } });
  });

  test('may be keys', () => {
    expect(valueOf('- &a name\n- {*a : c}\n')).toEqual(['name', { name: 'c' }]);
    expect(rootOf('a: &a b\n*a : c\n').get('b').string()).toMatchObject({ value: 'c' });
  });

  test.each([
    ['a: *x\nb: &x 1\n', '1:4 undefined-alias alias "*x" names no anchor of this document'],
    ['host: *.example.com\n', '1:7 undefined-alias the unquoted "*" makes an alias of "*.example.com"'],
    ['a: &x [*x]\n', '1:8 undefined-alias alias "*x" stands within its own anchor'],
    ['a: &x\n  b:\n    c: *x\n', '3:8 undefined-alias alias "*x" stands within its own anchor'],
    ['a: &x 1\nb: &x {c: *x}\n', '2:11 undefined-alias alias "*x" stands within its own anchor'],
  ])('%j', (text, problem) => {
    expect(tellProblems(text)).toEqual([problem]);
  });

  test('that lead nowhere are unknown fields, and so is what would be below them', () => {
    const root = rootOf('a: *x\nb: c\n');
    expect(root.get('a').string()).toMatchObject({ state: 'unknown', why: 'bad-alias' });
    expect(root.get('a').get('c').get('d').number()).toMatchObject({ state: 'unknown', why: 'bad-alias' });
    expect(root.get('a').list()).toMatchObject({ state: 'unknown', why: 'bad-alias' });
    expect(root.get('b').string()).toMatchObject({ state: 'known', value: 'c' });
  });

  test('an anchor of one document is none of the next', () => {
    expect(tellProblems('a: &x 1\n---\nb: *x\n')).toEqual(['3:4 undefined-alias alias "*x" names no anchor of this document']);
  });
});
