import { describe, expect, test } from 'vitest';
import { Cursor } from '../../../src/core/yaml/cursor.ts';
import { problemsOf, readText, tellProblems, valuesOf } from './reading.ts';

/** What the file's text says where a field's value stands. */
function sourceOf(text: string, field: string): string {
  const found = readText(text).documents.flatMap(document => Cursor.root(document)?.get(field) ?? []);
  const at = found.find(cursor => cursor.isPresent)?.at;
  return at ? text.slice(at.valueSpan.start, at.valueSpan.end) : '';
}

describe('documents of a stream', () => {
  test.each([
    ['one', 'a: 1', [{ a: 1 }]],
    ['two', 'a: 1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['a first marker', '---\na: 1\n---\nb: 2', [{ a: 1 }, { b: 2 }]],
    ['comments behind a marker', 'a: 1\n--- # next\nb: 2\n---\t# last\nc: 3', [{ a: 1 }, { b: 2 }, { c: 3 }]],
    ['comments before the first marker', '# licence\n\n---\na: 1\n', [{ a: 1 }]],
    ['an empty text', '', [null]],
    ['blanks', ' \n\n', [null]],
    ['comments alone', '# nothing\n', [null]],
    ['markers alone', '---\n---\n', [null, null]],
    ['an empty document between two', 'a: 1\n---\n---\nb: 2\n', [{ a: 1 }, null, { b: 2 }]],
    ['a marker at the end', 'a: 1\n---\n', [{ a: 1 }, null]],
    ['an end marker', 'a: 1\n...\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['a longer row of dashes in block text', 'a: |\n  x\n  -----\n---\nb: 2\n', [{ a: 'x\n-----\n' }, { b: 2 }]],
    ['carriage returns', 'a: 1\r\n---\r\nb: |\r\n  x\r\n  y\r\n---\r\nc: "d\r\n  e"\r\n', [{ a: 1 }, { b: 'x\ny\n' }, { c: 'd e' }]],
    ['a byte order mark', '\uFEFFa: 1\n---\nb: 2', [{ a: 1 }, { b: 2 }]],
    ['a byte order mark before a marker', '\uFEFF---\na: 1\n', [{ a: 1 }]],
  ])('%s', (_, text, values) => {
    expect(valuesOf(text)).toEqual(values);
    expect(problemsOf(text)).toEqual([]);
  });

  test('a document of text behind the marker is kept, and kubectl would refuse it', () => {
    expect(valuesOf('a: 1\n--- {b: 2}\n')).toEqual([{ a: 1 }, { b: 2 }]);
    expect(tellProblems('a: 1\n--- {b: 2}\n')).toEqual(['2:1 document-marker text stands behind "---", which kubectl refuses']);
  });

  test('a document behind "..." is kept, and kubectl would drop it', () => {
    expect(valuesOf('a: 1\n...\nb: 2\n---\nc: 3\n')).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }]);
    expect(tellProblems('a: 1\n...\nb: 2\n---\nc: 3\n')).toEqual(['3:1 document-marker the text after "..." is dropped by kubectl up to the next "---"']);
  });

  test.each(['%YAML 1.2\n---\na: 1\n', '# c\n%YAML 1.1\n---\na: 1\n'])('a directive is refused by kubectl: %j', text => {
    expect(valuesOf(text)).toEqual([{ a: 1 }]);
    expect(problemsOf(text)).toMatchObject([{ kind: 'document-marker', cause: 'kubectl refuses a document with a "%YAML" directive', fatal: false }]);
  });

  test('a percent sign in a value is no directive', () => {
    expect(problemsOf('# 100%\na: |\n  %YAML 1.2\n')).toEqual([]);
  });

  test('each document knows its number and its span', () => {
    const text = '# first\na: 1\n---\nb: 2\n---\n';
    expect(readText(text).documents.map(({ index, span }) => [index, text.slice(span.start, span.end)])).toEqual([
      [0, '# first\na: 1\n'],
      [1, '---\nb: 2\n'],
      [2, '---\n'],
    ]);
  });
});

describe('JSON', () => {
  test.each([
    ['an object', '{"a": {"b": [1, "2", null, true, 1.5e3]}}', [{ a: { b: [1, '2', null, true, 1500] } }]],
    ['escapes', '{"a": "\\/\\u0041\\ud83d\\ude00\\n"}', [{ a: '/A😀\n' }]],
    ['tabs between tokens', '{\n\t"a":\t"b",\n\t"c": [\n\t\t1\n\t]\n}\n', [{ a: 'b', c: [1] }]],
    ['a stream without blanks', '{"a": 1}{"b": 2}', [{ a: 1 }, { b: 2 }]],
    ['a stream of lines', '{"a": "}{"}\n{"b": 2}\n\n{"c": {}}\n', [{ a: '}{' }, { b: 2 }, { c: {} }]],
    ['objects between markers', '{"a": 1}\n---\n{"b": 2}\n', [{ a: 1 }, { b: 2 }]],
    ['brackets in column 0', '{"a": [\n1\n], "b": {\n}\n}', [{ a: [1], b: {} }]],
  ])('%s', (_, text, values) => {
    expect(valuesOf(text)).toEqual(values);
    expect(problemsOf(text)).toEqual([]);
  });

  test('offsets of the second object of a stream count from the start of the file', () => {
    expect(sourceOf('{"a": 1}\n{"b": "two"}\n', 'b')).toBe('"two"');
  });

  test('a broken object of a stream is one problem at its place', () => {
    expect(tellProblems('{"a": 1}\n{"b": 1 2 "c": 3}\n{"d": 4}\n')).toEqual(['2:11 syntax! a comma is missing before this entry']);
    expect(valuesOf('{"a": 1}\n{"b": 1 2 "c": 3}\n{"d": 4}\n')).toEqual([{ a: 1 }, null, { d: 4 }]);
  });

  test('"\\/" is an escape of JSON, not of the YAML that kubectl reads', () => {
    expect(tellProblems('a: b\nc: "d\\/e"\n')).toEqual(['2:6 syntax "\\/" is no escape that kubectl knows']);
    expect(valuesOf('a: b\nc: "d\\/e"\n')).toEqual([{ a: 'b', c: 'd/e' }]);
    expect(problemsOf('a: "\\\\/"\nb: d\\/e\n')).toEqual([]);
  });
});

describe('what kubectl allows beyond YAML 1.2', () => {
  test.each([
    ['a bracket that closes in column 0', 'a:\n  b: [\n    "x"\n]\nc: d\n', { a: { b: ['x'] }, c: 'd' }],
    ['entries of brackets in column 0', 'a: {\nb: c\n}\n', { a: { b: 'c' } }],
    ['a comment in such brackets', 'a: [b, # first ]\n"c#d" # second\n, e#f]\n', { a: ['b', 'c#d', 'e#f'] }],
    ['quotes that go on in column 0', 'a:\n  b: "one\ntwo"\n  c: \'three\n\n  four\'\n', { a: { b: 'one two', c: 'three\nfour' } }],
    ['tabs before quoted lines', 'a: "b\n\tc"\n', { a: 'b c' }],
    ['tabs in brackets', 'a: [\n  b,\n\tc\n  ]\n', { a: ['b', 'c'] }],
    ['a comment that touches a quote', 'a: "x"#c\nb: \'y\'#d\n', { a: 'x', b: 'y' }],
    ['a comment that touches a bracket', 'a: {b: c}#x\nd: [e]#y\n', { a: { b: 'c' }, d: ['e'] }],
    ['escaped line breaks', 'a: "b\\\nc\\n"\n', { a: 'bc\n' }],
  ])('%s', (_, text, value) => {
    expect(valuesOf(text)).toEqual([value]);
    expect(valuesOf(text.replaceAll('\n', '\r\n'))).toEqual([value]);
    expect(problemsOf(text)).toEqual([]);
  });

  test('offsets stay those of the text', () => {
    expect(sourceOf('a: "one\ntwo"\nb: [\n1\n]\n', 'a')).toBe('"one\ntwo"');
    expect(sourceOf('a: "one\ntwo"\nb: [\n1\n]\n', 'b')).toBe('[\n1\n]');
  });
});

describe('blank lines and comments with tabs, which kubectl refuses', () => {
  test.each([
    ['a: 1\n\t\nb: 2\n', '2:1', 'a tab stands on this blank line', 'a: 1\n\nb: 2\n'],
    ['a: "1"\n    \t\nb: 2\n', '2:5', 'a tab stands on this blank line', 'a: "1"\n    \nb: 2\n'],
    ['a:\n     \t\n  b: 2\n', '2:6', 'a tab stands on this blank line', 'a:\n     \n  b: 2\n'],
    ['a:\n  b: 2\n\t# c\n', '3:1', 'a tab indents this comment', 'a:\n  b: 2\n  # c\n'],
    ['a: |\n    x\n\t\n', '3:1', 'a tab stands on this blank line', 'a: |\n    x\n\n'],
    ['\t\na: 1\n', '1:1', 'a tab stands on this blank line', '\na: 1\n'],
  ])('%j', (text, place, cause, repaired) => {
    expect(tellProblems(text)).toEqual([`${place} tab-indentation ${cause}`]);
    const [edit] = problemsOf(text)[0]?.edits ?? [];
    expect(edit && text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end)).toBe(repaired);
    expect(problemsOf(repaired)).toEqual([]);
  });

  test.each([
    'a: 1\t# c\nb:\t2\n',
    'a:\n  b: x\n   \t\n  c: y\n',
    'a: |\n  x\n  \t\n  y\n',
    'a: "x\n\t\n  y"\n',
    'a: [\n\t\n  1]\n',
    'a: {}\t\nb: []\t#x\n',
    'a: "\t"\nb: c\td\n',
  ])('fine: %j', text => {
    expect(problemsOf(text)).toEqual([]);
  });
});
