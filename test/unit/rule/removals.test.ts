import { describe, expect, test } from 'vitest';
import { removeItem, removeKey } from '../../../src/core/rule/removals.ts';
import type { FileEdit } from '../../../src/core/rule/finding.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { Cursor } from '../../../src/core/yaml/cursor.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';
import type { Untyped } from '../../../src/core/yaml/untyped.ts';

/** The text without what a path leads to: names of keys, and `-` with a number for elements; undefined where it stays. */
function without(text: string, ...path: readonly (string | number)[]): string | undefined {
  const [document] = parseSource('a.yaml', text).documents;
  let at: Cursor<unknown> | undefined = document && Cursor.root(document);
  for (const step of path) at = typeof step === 'number' ? at?.as<readonly Untyped[]>().items()[step] : at?.as<Untyped>().get(step);
  const edit: FileEdit | undefined = at && (typeof path.at(-1) === 'number' ? removeItem(at) : removeKey(at.at));
  return edit && applyEdits(text, [edit]);
}

describe('removing an entry', () => {
  test.each([
    ['its lines go', 'a:\n  b: 1\n  c: 2\n', ['a', 'b'], 'a:\n  c: 2\n'],
    ['with all below it', 'a:\n  b:\n    x: 1\n    y: [1,\n      2]\n  c: 2\n', ['a', 'b'], 'a:\n  c: 2\n'],
    ['a block scalar goes and the blank lines behind it stay', 'a:\n  b: |\n    x\n\n  c: 2\n', ['a', 'b'], 'a:\n\n  c: 2\n'],
    [
      'comments stay, each on a line of its own',
      'a:\n  # above\n  b: # head\n    # inside\n    x: 1 # behind\n  c: 2\n',
      ['a', 'b'],
      'a:\n  # above\n  # head\n  # inside\n  # behind\n  c: 2\n',
    ],
    ['a # in a value is no comment', 'a:\n  b: "x # y"\n  c: 2\n', ['a', 'b'], 'a:\n  c: 2\n'],
    ['a comment does not become part of the text above', 'a:\n  t: |\n    x\n  b:\n      y: 1 # n\n', ['a', 'b'], 'a:\n  t: |\n    x\n  # n\n'],
    ['CRLF', 'a:\r\n  b: 1 # n\r\n  c: 2\r\n', ['a', 'b'], 'a:\r\n  # n\r\n  c: 2\r\n'],
    ['the last line without a line end', 'a:\n  c: 2\n  b: 1', ['a', 'b'], 'a:\n  c: 2'],
    ['the last line with a comment and without a line end', 'a:\n  c: 2\n  b: 1 # n', ['a', 'b'], 'a:\n  c: 2\n  # n'],
    ['the only entry takes its mapping along', 'a:\n  m:\n    b: 1\n  c: 2\n', ['a', 'm', 'b'], 'a:\n  c: 2\n'],
    ['but not a field of the object itself', 'a:\n  b: 1\nc: 2\n', ['a', 'b'], 'a:\nc: 2\n'],
    [
      'nor a mapping that template lines add to',
      'a:\n  m:\n    b: 1\n    {{- include "x" . }}\n  c: 2\n',
      ['a', 'm', 'b'],
      'a:\n  m:\n    {{- include "x" . }}\n  c: 2\n',
    ],
  ] as const)('%s', (_, text, path, result) => {
    expect(without(text, ...path)).toBe(result);
  });

  test.each([
    ['in JSON', '{\n  "a": 1,\n  "b": 2\n}\n', ['b']],
    ['in a flow mapping', 'a: {b: 1, c: 2}\n', ['a', 'b']],
    ['behind a dash', '- b: 1\n  c: 2\n', [0, 'b']],
    ['around template lines', 'a:\n  b:\n    x: 1\n    {{- if .Values.y }}\n    y: 1\n    {{- end }}\n  c: 2\n', ['a', 'b']],
  ] as const)('is not possible %s', (_, text, path) => {
    expect(without(text, ...path)).toBeUndefined();
  });
});

describe('removing an element', () => {
  test.each([
    ['its lines go', 'a:\n  l:\n  - x: 1\n    y: 2\n  - z: 3\n', ['a', 'l', 0], 'a:\n  l:\n  - z: 3\n'],
    ['comments stay', 'a:\n  l:\n  - x: 1 # n\n    y: 2\n  - z: 3\n', ['a', 'l', 0], 'a:\n  l:\n  # n\n  - z: 3\n'],
    ['the only one takes its list along', 'a:\n  l:\n    - x: 1\n  c: 2\n', ['a', 'l', 0], 'a:\n  c: 2\n'],
  ] as const)('%s', (_, text, path, result) => {
    expect(without(text, ...path)).toBe(result);
  });

  test('is not possible in a flow list', () => {
    expect(without('a:\n  l: [x, y]\n', 'a', 'l', 0)).toBeUndefined();
  });
});
