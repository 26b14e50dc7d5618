import { describe, expect, test } from 'vitest';
import { commentsOf } from '../../../src/core/yaml/comments.ts';
import { readText } from './reading.ts';

/** Comments as `line:column text (document)`, own lines with a `^`. */
function tellComments(text: string): string[] {
  const file = readText(text);
  return commentsOf(file).map(({ span, text: said, isOwnLine, document }) => {
    const { line, column } = file.lines.position(span.start);
    expect(text.slice(span.start, span.end)).toMatch(/^#[^\r\n]*$/);
    return `${line}:${column} ${said} (${document})${isOwnLine ? '^' : ''}`;
  });
}

describe('comments', () => {
  test.each([
    [
      'on lines of their own and behind values',
      '# one\na: b # two\n  # three\nc:   #four\n  - d\n',
      ['1:1 one (0)^', '2:6 two (0)', '3:3 three (0)^', '4:6 four (0)'],
    ],
    ['not within text', 'a: b#c\nd: "e # f"\ng: \'h # i\'\nj: k\n  l#m\n', []],
    ['not in block text, but behind its header', 'a: | # header\n  # text\n  b # text\nc: d # end\n', ['1:6 header (0)', '4:6 end (0)']],
    ['after block text that is indented deeper', 'a:\n  b: |\n    text\n  # comment\nc: d\n', ['4:3 comment (0)^']],
    ['in brackets', 'a: [b, # one\n  "c#", # two\n  ]# three\n', ['1:8 one (0)', '2:9 two (0)', '3:4 three (0)']],
    ['behind quotes', 'a: "b"#c\n', ['1:7 c (0)']],
    ['behind anchors, tags and aliases', 'a: &x b # one\nc: !t d # two\ne: *x # three\n', ['1:9 one (0)', '2:9 two (0)', '3:7 three (0)']],
    ['with carriage returns', '# one\r\na: b # two\r\n', ['1:1 one (0)^', '2:6 two (0)']],
    ['at the very end', 'a: b\n#', ['2:1  (0)^']],
    [
      'of several documents',
      '# a\na: 1\n# b\n---\n# c\nb: 2\n--- # d\nc: 3\n...\n# e\nd: 4 # f\n',
      ['1:1 a (0)^', '3:1 b (0)^', '5:1 c (1)^', '7:5 d (2)', '10:1 e (2)^', '11:6 f (3)'],
    ],
    ['not in template actions', 'a: {{/* # x */}} # one\n{{- /* # y */}}\nb: {{ "#" }}\n', ['1:18 one (0)']],
    ['of a text without anything else', '# only\n', ['1:1 only (0)^']],
  ])('%s', (_, text, comments) => {
    expect(tellComments(text)).toEqual(comments);
  });

  test('of a broken document are those on lines of their own', () => {
    expect(tellComments('a: b # one\n---\n# two\nc: "d # three\n# four\n---\ne: f # five\n')).toEqual([
      '1:6 one (0)',
      '3:1 two (1)^',
      '5:1 four (1)^',
      '7:6 five (2)',
    ]);
  });

  test('are found once', () => {
    const file = readText('# a\n');
    expect(commentsOf(file)).toBe(commentsOf(file));
  });
});
