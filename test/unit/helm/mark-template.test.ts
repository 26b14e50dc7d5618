import { expect, test } from 'vitest';
import { Marks, markTemplate, type Boldness } from '../../../src/node/helm/mark-template.ts';

const marks = new Marks('s');

/** The numbers of the marked lines; `<` where a mark stands before the action of a line. */
function marked(text: string, boldness: Boldness = 'all'): string {
  return markTemplate(text, 1, marks, boldness)
    .split('\n')
    .map(line =>
      marks
        .read(line)
        .map(mark => `${String(mark.line)}${line.includes('@@{{') ? '<' : ''}`)
        .join('+'),
    )
    .filter(found => found !== '')
    .join(' ');
}

test.each([
  ['static text and values', 'a: b\nc: {{ .x }}\n', '1 2'],
  ['no lines of control alone, none that are blank', 'a: b\n{{- if .x }}\n\n  c: d\n{{- else }}\n  # why\n{{ end }}\n', '1 4 6'],
  ['no ends of documents', 'a: b\n---\nc: d\n', '1 3'],
  ['no lines that go on by a backslash', 'a: "b\\\n  c"\n', '2'],
  ['no lines whose break an action takes', 'a: {{ .x -}}\nb: c\n', '2'],
  ['an action over two lines, behind it', 'a: {{ list\n  "b" }}\nc: d\n', '2 3'],
  ['helpers that make YAML', '{{ define "h" }}\na: b\n- c\n{{ end }}\nd: e\n', '2 3 5'],
  ['no helpers that make words', '{{ define "h" }}\n{{ .x }}-y\ntrue\n{{ end }}\n', ''],
  ['no text that goes on in the next line', 'a: some\n  words\n  and more\nb: c\n', '3 4'],
  ['what an indented action begins', 'labels: {{- include "l" . | nindent 2 }}\nb: c\n', '1<+1< 2'],
  ['braces in strings and comments', 'a: {{ "}}" }}\n{{/* }} */}}\nb: {{ `{{` }}\n', '1 3'],
])('marks bear %s', (_, text, expected) => {
  expect(marked(text)).toBe(expected);
});

test('a file whose marks break it is marked on keys with plain values alone, and then not at all', () => {
  const text = 'a: b\nlist:\n  - c\nd: |\n  e\nf: {{ .x }}\n';
  expect(marked(text, 'values')).toBe('1 6');
  expect(markTemplate(text, 1, marks, 'none')).toBe(text);
});

test('a mark is read by who knows its secret', () => {
  const [line] = markTemplate('a: b', 7, marks, 'all').split('\n');
  expect(marks.read(line ?? '')).toEqual([{ file: 7, line: 1 }]);
  expect(marks.strip(line ?? '')).toBe('a: b');
  expect(new Marks('t').read(line ?? '')).toEqual([]);
});

test('line breaks of Windows stay', () => {
  expect(marks.strip(markTemplate('a: b\r\nc: d\r\n', 1, marks, 'all'))).toBe('a: b\r\nc: d\r\n');
});
