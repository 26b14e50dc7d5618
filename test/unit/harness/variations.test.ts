import { expect, test } from 'vitest';
import { freezeDeep } from '../../harness/freeze.ts';
import { hideScalars, reorder, restyle, truncate } from '../../harness/variations.ts';

const text = `# about
a: &x {b: 'on', c: [1, "two"]}
d: *x
e:
- f: |
    long
---
g:
`;
const file = { path: 'a.yaml', text };

const textsOf = (variations: Iterable<{ files: readonly { text: string }[] }>): string[] =>
  [...variations].flatMap(({ files }) => files.map(({ text: varied }) => varied));

test('each value is hidden once, keys and block scalars are not', () => {
  expect(textsOf(hideScalars([file])).map(varied => /(.*)\{\{ hidden \}\}/.exec(varied)?.[1])).toEqual([
    'a: &x {b: ',
    "a: &x {b: 'on', c: [",
    "a: &x {b: 'on', c: [1, ",
  ]);
});

test('files and documents are turned round', () => {
  const other = { path: 'b.yaml', text: 'h: 1\n' };
  const [files, documents] = reorder([file, other]);
  expect(files?.files.map(({ path }) => path)).toEqual(['b.yaml', 'a.yaml']);
  expect(documents?.files[0]?.text).toBe(`g:\n---\n${text.slice(0, text.indexOf('---'))}`);
});

test('styles change and values stay', () => {
  expect(textsOf(restyle([file]))).toEqual([
    '{"a": {"b": "on", "c": [1, "two"]}, "d": {"b": "on", "c": [1, "two"]}, "e": [{"f": "long\\n"}]}\n---\n{"g": null}\n',
    [
      '"a":',
      '    "b": "on"',
      '    "c":',
      '        - 1',
      '        - "two"',
      '"d":',
      '    "b": "on"',
      '    "c":',
      '        - 1',
      '        - "two"',
      '"e":',
      '    -',
      '        "f": "long\\n"',
      '---',
      '"g": null',
      '',
    ].join('\n'),
  ]);
});

test('a broken file keeps its form', () => {
  expect(textsOf(restyle([{ path: 'a.yaml', text: 'a: {b\n' }]))).toEqual(['a: {b\n', 'a: {b\n']);
});

test('cuts are the same each time and take every line end', () => {
  const cuts = textsOf(truncate([file]));
  expect(cuts).toContain('# about');
  expect(cuts).toEqual(textsOf(truncate([file])));
  expect(new Set(cuts).size).toBe(cuts.length);
});

test('what is frozen refuses to change', () => {
  const inner = { list: [1], map: new Map([['a', { b: 1 }]]) };
  freezeDeep({ inner });
  expect(() => inner.list.push(2)).toThrow(TypeError);
  expect(() => inner.map.set('c', { b: 2 })).toThrow(TypeError);
  expect(() => Object.assign(inner.map.get('a') ?? {}, { b: 3 })).toThrow(TypeError);
});
