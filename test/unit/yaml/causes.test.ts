import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { askYaml } from '../../../src/core/yaml/explain/second-opinion.ts';
import { problemsOf, readText, tellProblems } from './reading.ts';

const cases: readonly (readonly [name: string, text: string, problem: string])[] = [
  ['a colon missing before a mapping', 'kind: Service\nspec:\n  selector\n    app: web\n', '3:3 syntax! a colon is missing after "selector"'],
  ['a colon missing before a value', 'apiVersion: v1\nkind Service\nmetadata:\n  name: x\n', '2:1 syntax! a colon is missing after "kind"'],
  ['a colon missing on the first line', 'apiVersion v1\nkind: Service\n', '1:1 syntax! a colon is missing after "apiVersion"'],
  ['a colon missing on the last line', 'a: b\nc', '2:1 syntax! a colon is missing after "c"'],
  ['a colon missing in a list item', 'ports:\n  - port 80\n    targetPort: 80\n', '2:5 syntax! a colon is missing after "port"'],
  ['a colon missing before a list', 'rules:\n  - apiGroups\n    - a\n    resources:\n    - b\n', '2:5 syntax! a colon is missing after "apiGroups"'],
  ['a colon missing between lists', 'a:\n- x\nresources\n- y\nverbs:\n- z\n', '3:1 syntax! a colon is missing after "resources"'],
  ['a colon missing before items and a comment', 'ports\n# c\n- name: x\n  port: 1\n', '1:1 syntax! a colon is missing after "ports"'],
  ['a colon missing before brackets', 'a: b\nargs ["x", "y"]\nc: d\n', '2:1 syntax! a colon is missing after "args"'],
  ['a colon missing before block text', 'a: b\ntext >-\n  some words\nc: d\n', '2:1 syntax! a colon is missing after "text"'],
  ['a space missing after the dash', 'a:\n  -name: x\n    port: 1\n', '2:3 syntax! a space is missing after the dash'],
  [
    'a first line that is indented more',
    'a:\n  b: c\nspec:\n   type: NodePort\n  ports: x\n',
    '4:4 syntax! this line is indented by 3, and the next one of its mapping by 2',
  ],
  [
    'a first line that is indented less',
    'a:\n  b: c\nspec:\n type: NodePort\n  ports: x\n',
    '4:2 syntax! this line is indented by 1, and the next one of its mapping by 2',
  ],
  ['a quote never closed before a comment', 'a: "x\n# b: "y"\n', '1:4 syntax! the quote that opens here is never closed'],
  ['a space missing after the colon', 'apiVersion: v1\nkind:Service\nmetadata:\n  name: x\n', '2:1 syntax! a space is missing after the colon of "kind"'],
  ['a space missing on the first line', 'apiVersion:v1\nkind: Service\n', '1:1 syntax! a space is missing after the colon of "apiVersion"'],
  ['prose between keys', 'a: b\nthis is no key at all\nc: d\n', '2:1 syntax! this line has no key'],
  ['a quote never closed', 'metadata:\n  name: "web\nspec:\n  a: b\n', '2:9 syntax! the quote that opens here is never closed'],
  ['a quote that the next one closes', 'metadata:\n  name: "web\n  labels:\n    app: "web"\n', '2:9 syntax! the quote that opens here is never closed'],
  ['a single quote that the next one closes', "a: 'web\nb:\n  - c: 'd'\n", '1:4 syntax! the quote that opens here is never closed'],
  ['a quoted key whose value is not closed', 'a: b\n"c": "d\ne: f\n', '2:6 syntax! the quote that opens here is never closed'],
  ['a quote in brackets', 'a: ["b, c]\nd: e\n', '1:5 syntax! the quote that opens here is never closed'],
  ['a bracket never closed', 'args: ["a", "b"\nimage: c\n', '1:7 syntax! the "[" that opens here is never closed'],
  ['a brace never closed', 'nodeSelector: {a: b\ncontainers:\n  - name: a\n', '1:15 syntax! the "{" that opens here is never closed'],
  ['a bracket closed by another', 'a: {b: [1, 2}\n', '1:8 syntax! the "[" that opens here is never closed'],
  ['a bracket too many', 'a: [b]]\n', '1:7 syntax! text follows the closing "]"'],
  ['a brace alone', 'a: b\n}\n', '2:1 syntax! nothing opens the "}" that closes here'],
  ['text behind a brace', 'ip: {prefix: 10}.16\n', '1:17 syntax! text follows the closing "}"'],
  ['text behind a quote', 'a: "x" y\n', '1:8 syntax! text follows the closing quote'],
  ['an apostrophe in single quotes', "a: 'it's'\n", '1:8 syntax! text follows the closing quote'],
  ['an apostrophe in brackets', "a: ['sh', 'it's']\n", '1:15 syntax! text follows the closing quote'],
  ['a comma missing', 'a: ["x" "y"]\n', '1:9 syntax! a comma is missing before this entry'],
  ['a comma missing at the end of a line', '{\n  "a": "v1"\n  "b": "c"\n}\n', '2:12 syntax! a comma is missing at the end of this line'],
  ['a comma too many', 'a: [x, , y]\n', '1:8 syntax! a comma stands where a value is wanted'],
  ['a colon in brackets', 'a: {b: c: d}\n', '1:9 syntax! the unquoted value holds a colon'],
  ['a wrong escape', 'a: "x\\d"\n', '1:6 syntax! "\\d" is no escape that YAML knows'],
  ['a short escape', 'a: "\\x4"\n', '1:5 syntax! "\\x4" is no escape that YAML knows'],
  ['a value with a colon', 'metadata:\n  note: this is: a note\n', '2:9 syntax! the unquoted value holds a colon followed by a blank'],
  ['a value that ends with a colon', 'a: b:\n', '1:4 syntax! the unquoted value ends with a colon'],
  ['a mapping on the line of its key', 'metadata: name: x\n', '1:11 syntax! the unquoted value holds a colon followed by a blank'],
  ['@', 'a: @daily\n', '1:4 syntax! an unquoted value starts with "@"'],
  ['a backtick', 'a: `x`\n', '1:4 syntax! an unquoted value starts with "`"'],
  ['%', 'host: %HOST%\n', '1:7 syntax! an unquoted value starts with "%"'],
  ['@ in a list', 'a:\n  - @x\n', '2:5 syntax! an unquoted value starts with "@"'],
  ['@ in brackets', 'a: {b: @x}\n', '1:8 syntax! an unquoted value starts with "@"'],
  ['* with text', 'schedule: */5 * * * *\n', '1:11 syntax! an unquoted value starts with "*"'],
  ['* alone', 'a: *\n', '1:4 syntax! an unquoted value starts with "*"'],
  ['& alone', 'a: & b\n', '1:4 syntax! an unquoted value starts with "&"'],
  ['!', 'a: !h!x y\n', '1:4 syntax! an unquoted value starts with "!"'],
  ['>', 'a: >50\nb: c\n', '1:4 syntax! text follows the ">" that opens a block of text'],
  ['|', 'a: |x\nb: c\n', '1:4 syntax! text follows the "|" that opens a block of text'],
  ['a comma at the start', 'a: b\n, c: d\n', '2:1 syntax! an unquoted value starts with ","'],
  ['a list item beside its key', 'ports: - port: 80\n', '1:8 syntax! a list item stands on the line of its key'],
  ['a key among list items', 'spec:\n  - port: 80\n  selector:\n    a: b\n', '3:3 syntax! a key stands among list items'],
  ['a list item among keys', 'spec:\n  type: NodePort\n  - port: 80\n', '3:3 syntax! a list item stands among keys'],
  [
    'too deep below a value',
    'metadata:\n  name: web\n   labels:\n     app: web\n',
    '3:4 syntax! this line is indented deeper than "name" above it, which has a value',
  ],
  [
    'too deep in a list item',
    'ports:\n  - port: 80\n      targetPort: 80\n',
    '3:7 syntax! this line is indented deeper than "port" above it, which has a value',
  ],
  ['between two levels', 'ports:\n  - port: 80\n   targetPort: 80\n', '3:4 syntax! the indentation of this line (3) fits no line above it'],
  ['less than its level', 'metadata:\n    name: web\n  namespace: x\n', '3:3 syntax! the indentation of this line (2) fits no line above it'],
  ['block text that is not indented', 'a:\n  b: |\n  line one\n  c: d\n', '3:3 syntax! the block of text that begins above is not indented'],
  ['block text that loses its indentation', 'a:\n  b: |\n    one\n   two\n  c: d\n', '4:4 syntax! this line is indented less than the block of text above it'],
  ['a conflict of branches', 'a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> other\n', '2:1 syntax! a conflict of two branches is not resolved here'],
  ['a longer marker', 'a: b\n-----\nc: d\n', '2:1 syntax! this line has no key'],
  ['a NUL byte', 'a: b\nc: \0d\n', '2:4 syntax! a NUL byte stands here'],
  ['a control character', 'a: b\nc: "d\u0007"\n', '2:6 syntax! the control character U+0007 stands here'],
];

describe('the cause of a broken document', () => {
  test.each(cases)('%s', (_, text, problem) => {
    expect(tellProblems(text)).toEqual([problem]);
    expect(tellProblems(text, { secondOpinion: askYaml })).toEqual([problem]);
  });

  test.each(cases)('%s, in the third document of five and with carriage returns', (_, text, problem) => {
    const [line = '', rest = ''] = problem.split(/:(.*)/s);
    const moved = `${Number(line) + 4}:${rest}`;
    const stream = `a: 1\n---\nb: 2\n---\n${text.trimEnd()}\n---\nc: 3\n---\nd: 4\n`;
    expect(tellProblems(stream)).toEqual([moved]);
    expect(readText(stream).documents.map(document => document.tree !== undefined)).toEqual([true, true, false, true, true]);
    expect(tellProblems(stream.replaceAll('\n', '\r\n'))).toEqual([moved]);
  });

  test('each has an imperative for help and stays short', () => {
    for (const [, text] of cases) {
      const [problem] = problemsOf(text);
      expect(problem?.help).toMatch(/^[a-z][^.]+$/);
      expect(problem?.cause.length).toBeLessThanOrEqual(90);
    }
  });

  test('a related place is told where there is one', () => {
    expect(problemsOf('spec:\n  - port: 80\n  selector: x\n')[0]?.related).toMatchObject({ note: 'the list item is here', span: { start: 10, end: 18 } });
    expect(problemsOf('a: {b: [1, 2}\n')[0]?.related).toMatchObject({ note: '"}" stands where "]" is wanted', span: { start: 12, end: 13 } });
  });

  test('columns that fit are named', () => {
    expect(problemsOf('a:\n  - b: 80\n   c: 80\n')[0]?.help).toBe('indent it with 2 or 4 spaces');
    expect(problemsOf('a: b\n  c: d\n')[0]?.help).toBe('begin it at the start of the line');
    expect(problemsOf(' a: b\nc: d\n')[0]?.help).toBe('indent it with 1 space');
  });

  test('a missing space is repaired where that gives a document', () => {
    const text = 'apiVersion: v1\nkind:Service\n';
    expect(applyEdits(text, problemsOf(text)[0]?.edits ?? [])).toBe('apiVersion: v1\nkind: Service\n');
  });

  test('where the text shows no known cause, the second parser is asked', () => {
    const text = '"a"\n"b"\n';
    expect(tellProblems(text)).toEqual(['2:1 syntax! this line does not have the form of YAML']);
    expect(tellProblems(text, { secondOpinion: () => ({ at: 4, cause: 'the key goes over more than one line' }) })).toEqual([
      '2:1 syntax! the key goes over more than one line',
    ]);
  });
});

describe('tabs in the indentation', () => {
  test.each([
    ['of one line', 'metadata:\n\tname: web\n', '2:1 tab-indentation! a tab indents this line: indent it with 2 spaces', 'metadata:\n  name: web\n'],
    [
      'of all lines',
      'spec:\n\tports:\n\t- port: 80\n\t  name: a\n',
      '2:1 tab-indentation! a tab indents this line: indent it with 2 spaces',
      'spec:\n  ports:\n  - port: 80\n    name: a\n',
    ],
    [
      'of two levels',
      'spec:\n\tselector:\n\t\tapp: web\n  ports: x\n',
      '2:1 tab-indentation! a tab indents this line: indent it with 2 spaces',
      'spec:\n  selector:\n    app: web\n  ports: x\n',
    ],
    [
      'by the step of the document',
      'a:\n    b: c\nd:\n\te: f\n',
      '4:1 tab-indentation! a tab indents this line: indent it with 4 spaces',
      'a:\n    b: c\nd:\n    e: f\n',
    ],
    [
      'before spaces that are right',
      'metadata:\n\t  name: web\n  labels: {}\n',
      '2:1 tab-indentation! a tab indents this line: indent it with 2 spaces',
      'metadata:\n  name: web\n  labels: {}\n',
    ],
    ['of block text', 'a: |\n\tx\n', '2:1 tab-indentation! a tab indents this line: indent it with 2 spaces', 'a: |\n  x\n'],
    ['behind a dash', 'a:\n  -\tb: c\n', '2:4 tab-indentation! a tab separates the dash from its entry: put one space after the dash', 'a:\n  - b: c\n'],
  ])('%s', (_, text, problem, repaired) => {
    const [found] = problemsOf(text);
    expect(tellProblems(text).map(told => `${told}: ${found?.help ?? ''}`)).toEqual([problem]);
    expect(applyEdits(text, found?.edits ?? [])).toBe(repaired);
    expect(problemsOf(repaired)).toEqual([]);
  });

  test('is not repaired where two readings differ', () => {
    const [problem] = problemsOf('spec:\n  ports:\n  - port: 80\n\ttargetPort: 80\n');
    expect(problem).toMatchObject({ kind: 'tab-indentation', help: 'indent it with spaces' });
    expect(problem?.edits).toBeUndefined();
  });

  test('the cause is the tab even where the parser stops later', () => {
    expect(tellProblems('a: |\n    x\n\t\n    y\n')).toEqual(['3:1 tab-indentation! a tab indents this line']);
  });
});
