import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { problemsOf, tellProblems, valueOf, valuesOf } from './reading.ts';

describe('a key that stands twice', () => {
  test('is told at its second place, and the last one counts', () => {
    const text = 'spec:\n  ports: 1\n  name: a\n  ports: 2\n';
    expect(tellProblems(text)).toEqual(['4:3 duplicate-key key "ports" stands twice']);
    expect(problemsOf(text)[0]).toMatchObject({
      fatal: false,
      equalValues: false,
      related: { span: { start: 8, end: 13 }, note: 'the first "ports" is here' },
    });
    expect(valueOf(text)).toEqual({ spec: { ports: 2, name: 'a' } });
  });

  test.each([
    ['a: x\na: "x"\n', true],
    ['a: {b: [1, 2], c: d}\na:\n  c: d\n  b:\n  - 1\n  - 2\n', true],
    ['a: 1\na: "1"\n', false],
    ['a:\na: null\n', true],
    ['a: [1, 2]\na: [2, 1]\n', false],
  ])('%j: equal values are %s', (text, equalValues) => {
    expect(problemsOf(text)).toMatchObject([{ kind: 'duplicate-key', equalValues }]);
  });

  test('is found under each of its spellings', () => {
    expect(tellProblems('{on: 1, "true": 2, yes: 3, 0x1: a, "1": b, \'c\': 1, "\\u0063": 2}')).toEqual([
      '1:9 duplicate-key key "true" stands twice',
      '1:20 duplicate-key key "true" stands twice',
      '1:36 duplicate-key key "1" stands twice',
      '1:52 duplicate-key key "c" stands twice',
    ]);
  });

  test('is none when it is merged, nor when "<<" stands twice', () => {
    expect(problemsOf('a: &a {x: 1}\nb: &b {x: 2}\nc:\n  <<: *a\n  <<: *b\n  x: 3\n')).toEqual([]);
  });

  test('is none in another mapping', () => {
    expect(problemsOf('- a: 1\n- a: 2\n- {a: {a: 3}}\n')).toEqual([]);
  });

  test('costs time in proportion to the text', () => {
    const keys = Array.from({ length: 50_000 }, (_, i) => `  key-${i}: ${i}`).join('\n');
    expect(problemsOf(`data:\n${keys}\n`)).toEqual([]);
    expect(problemsOf(`big: {${'a: [1, 2, 3], '.repeat(1000)}}\n${'big: 1\n'.repeat(20_000)}`)).toHaveLength(20_999);
  });
});

describe('two objects without "---"', () => {
  const text = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: b\n';

  test('are one problem', () => {
    expect(tellProblems(text)).toEqual(['5:1 missing-marker "apiVersion" stands twice: "---" is missing between two objects']);
  });

  test('are parted by the repair', () => {
    const repaired = applyEdits(text, problemsOf(text)[0]?.edits ?? []);
    expect(problemsOf(repaired)).toEqual([]);
    expect(valuesOf(repaired)).toMatchObject([{ kind: 'Service' }, { kind: 'ConfigMap' }]);
  });

  test('may begin with another key', () => {
    expect(tellProblems('metadata:\n  name: a\nkind: A\nmetadata:\n  name: b\nkind: B\n')).toEqual([
      '4:1 missing-marker "metadata" stands twice: "---" is missing between two objects',
    ]);
  });

  test('are not meant by a key that stands twice elsewhere', () => {
    expect(problemsOf('kind: A\nspec:\n  kind: B\n  kind: C\nspec: x\n')).toMatchObject([{ kind: 'duplicate-key' }, { kind: 'duplicate-key' }]);
  });
});
