import { describe, expect, test } from 'vitest';
import { commentsOf } from '../../../src/core/yaml/comments.ts';
import { Cursor } from '../../../src/core/yaml/cursor.ts';
import { toValue } from '../../../src/core/yaml/to-value.ts';
import { problemsOf, readText, rootOf, tellProblems, valueOf } from './reading.ts';

const LEVELS = 10_000;
const tooDeep = 'the value is nested deeper than 500 levels';

/** `a: &a [x, x, ...]`, then each anchor a list of the one before: ten to the power of `levels` leaves. */
function bomb(levels: number): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < levels; level++) lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
  return `${lines.join('\n')}\n`;
}

describe('deep nesting', () => {
  test.each([
    ['brackets', '['.repeat(LEVELS) + ']'.repeat(LEVELS)],
    ['open brackets', '['.repeat(LEVELS)],
    ['braces', '{a: '.repeat(LEVELS) + '}'.repeat(LEVELS)],
    ['dashes', `${'- '.repeat(LEVELS)}a\n`],
    ['indentation', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['anchors', '&a ['.repeat(LEVELS)],
    ['explicit keys', '? '.repeat(LEVELS)],
  ])('of %s is a problem', (_, text) => {
    expect(problemsOf(text)).toMatchObject([{ kind: 'syntax', fatal: true, cause: tooDeep }]);
  });

  test('does not hide the next document', () => {
    expect(readText(`${'['.repeat(LEVELS)}\n---\na: 1\n`).documents.map(({ tree }) => tree?.size)).toEqual([undefined, 3]);
  });

  test('of 400 levels is read', () => {
    const text = '{a: '.repeat(400) + '}'.repeat(400);
    expect(problemsOf(text)).toEqual([]);
    expect(toValue(rootOf(text), 1000)).toBeDefined();
  });

  test('by aliases is bounded where a value is made of it', () => {
    const links = Array.from({ length: 100 }, (_, i) => `a${i + 1}: &a${i + 1} ${'['.repeat(50)}*a${i}${']'.repeat(50)}`);
    const text = `a0: &a0 x\n${links.join('\n')}\n`;
    expect(problemsOf(text)).toEqual([]);
    expect(toValue(rootOf(text).get('a100'), 1_000_000)).toBeUndefined();
    expect(toValue(rootOf(text).get('a3'), 1_000_000)).toBeDefined();
  });
});

describe('bombs', () => {
  test('of aliases cost nothing until a value is asked for, and then the budget', () => {
    const text = bomb(30);
    expect(problemsOf(text)).toEqual([]);
    expect(commentsOf(readText(text))).toEqual([]);
    const root = rootOf(text);
    expect(root.get('a29').items()).toHaveLength(10);
    expect(toValue(root.get('a29'), 10_000)).toBeUndefined();
    expect(toValue(root.get('a1'), 10_000)).toHaveLength(10);
  });

  test('of merges are searched once a mapping', () => {
    const lines = ['m0: &m0 {x: 1}'];
    for (let i = 1; i < 200; i++) lines.push(`m${i}: &m${i} {<<: [${Array.from({ length: 10 }, () => `*m${i - 1}`).join(', ')}], k${i}: 1}`);
    const last = rootOf(`${lines.join('\n')}\n`).get('m199');
    expect(last.get('absent').isAbsent).toBe(true);
    expect(last.get('x').number()).toMatchObject({ value: 1 });
    expect(last.entries()).toHaveLength(200);
  });

  test('of keys with bombs for values do not stop the search for duplicates', () => {
    expect(problemsOf(`${bomb(20)}${'k: *a19\n'.repeat(500)}`)).toHaveLength(499);
  });

  test.each([
    ['open template actions', '{{'.repeat(200_000)],
    ['open actions on lines', '{{ "\n'.repeat(50_000)],
    ['actions with odd quotes', '{{ " }}\n'.repeat(50_000)],
    ['quotes', '"'.repeat(200_001)],
    ['hashes', `a: [${'#'.repeat(200_000)}`],
    ['blank lines', `a:\n${'\n'.repeat(200_000)}b`],
    ['plain lines', 'x y\n'.repeat(50_000)],
    ['lines without colon', `a: b\n${'c\n'.repeat(50_000)}`],
    ['tab lines', 'a:\n' + '\tb: c\n'.repeat(20_000)],
    ['empty values', `a: [${','.repeat(50_000)}`],
    ['blank documents', '---\n'.repeat(50_000)],
    ['open braces', '{'.repeat(400)],
    ['objects of a stream', '{}'.repeat(20_000)],
    ['broken objects of a stream', '{a b: c: d}'.repeat(5000)],
    ['tabs in blank lines', '\t\n'.repeat(50_000)],
    ['aliases', 'a: *b\n'.repeat(20_000)],
    ['slashes', `a: "${'\\/'.repeat(100_000)}"\n`],
    ['blanks', `a: ${' '.repeat(200_000)}b\n`],
    ['angle brackets', `a: ${'<a'.repeat(100_000)}\n`],
    ['dollars', `a: ${'${'.repeat(100_000)}\n`],
  ])('of %s are read in time', (_, text) => {
    const file = readText(text);
    expect(commentsOf(file).length).toBeGreaterThanOrEqual(0);
    for (const document of file.documents) Cursor.root(document)?.get('a').string();
  });
});

describe('what is no manifest', () => {
  test('a NUL byte is one problem at its place', () => {
    expect(tellProblems('a: 1\n---\nb: \0\n---\nc: 1\n')).toEqual(['3:4 syntax! a NUL byte stands here']);
  });

  test('bytes of a picture give problems and no crash', () => {
    const bytes = Array.from({ length: 5000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('');
    expect(problemsOf(`\u0089PNG\r\n\u001A\n${bytes}`).every(problem => problem.fatal)).toBe(true);
  });

  test('text that was no UTF-8 and halves of pairs give no crash', () => {
    expect(valueOf('a: "\uFFFD"\n')).toEqual({ a: '\uFFFD' });
    expect(problemsOf('a: "\uD800"\nb: \uDC00\n')).toHaveLength(1);
  });

  test('__proto__ and constructor are keys like any other', () => {
    const root = rootOf('__proto__:\n  polluted: yes\nconstructor: x\n');
    expect(root.get('__proto__').get('polluted').boolean()).toMatchObject({ value: true });
    expect(root.get('toString').isAbsent).toBe(true);
    expect(Object.keys(valueOf('__proto__: {polluted: yes}\nconstructor: x\n') ?? {})).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a file of 50 MB is read', () => {
    const entry = '    some.long.key.of.a.config: "with a value of a usual length, as it stands in real files"\n';
    const text = `apiVersion: v1\nkind: ConfigMap\ndata:\n  text: |\n${entry.repeat(Math.ceil(50e6 / entry.length))}  last: x\n`;
    expect(rootOf(text).get('data').get('last').string()).toMatchObject({ value: 'x' });
  });
});
