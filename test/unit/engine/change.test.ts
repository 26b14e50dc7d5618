import { describe, expect, test } from 'vitest';
import { Change } from '../../../src/core/engine/change.ts';
import { locateSpan } from '../../../src/core/engine/locate.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';

type Texts = Readonly<Record<string, string>>;

const sourcesOf = (texts: Texts) => Object.entries(texts).map(([path, text]) => parseSource(path, text));

/** `path index` of the documents that a change touches. */
function touched(before: Texts, now: Texts): string[] {
  const sources = sourcesOf(now);
  const change = new Change(sources, sourcesOf(before));
  return sources.flatMap(file =>
    file.documents.flatMap(({ span, index }) => (change.isTouched(locateSpan(file, span)) ? [`${file.path} ${String(index)}`] : [])),
  );
}

const [A, B, C] = ['a: 1\n', 'b: 1\n', 'c: 1\n'];

describe('a document is touched', () => {
  test('when it is edited or added, and its neighbours are not', () => {
    expect(touched({ 'x.yaml': `${A}---\n${B}` }, { 'x.yaml': `${A}---\nb: 2\n` })).toEqual(['x.yaml 1']);
    expect(touched({ 'x.yaml': A }, { 'x.yaml': `${B}---\n${A}`, 'y.yaml': C })).toEqual(['x.yaml 0', 'y.yaml 0']);
    expect(touched({}, { 'x.yaml': A })).toEqual(['x.yaml 0']);
  });

  test('when only a comment of it is edited, which may be a suppression', () => {
    expect(touched({ 'x.yaml': `# svclint-disable-file\n${A}` }, { 'x.yaml': A })).toEqual(['x.yaml 0']);
  });

  test('when it is a copy: the one that stood there first is not', () => {
    expect(touched({ 'x.yaml': A }, { 'x.yaml': A, 'a.yaml': A })).toEqual(['a.yaml 0']);
    expect(touched({ 'x.yaml': A }, { 'x.yaml': `${A}---\n${B}`, 'a.yaml': A })).toEqual(['x.yaml 1', 'a.yaml 0']);
    expect(touched({ 'x.yaml': A }, { 'x.yaml': `${A}---\n${A}` })).toEqual(['x.yaml 1']);
  });
});

describe('a document is as it was', () => {
  test('when it moves within its file, to another one, or with its file', () => {
    expect(touched({ 'x.yaml': `${A}---\n${B}---\n${C}` }, { 'x.yaml': `---\n${C}---\n${A}\n---\n${B}` })).toEqual([]);
    expect(touched({ 'x.yaml': `${A}---\n${B}`, 'y.yaml': C }, { 'x.yaml': A, 'y.yaml': `${C}---\n${B}` })).toEqual([]);
    expect(touched({ 'x.yaml': A }, { 'z.yaml': A })).toEqual([]);
  });

  test('when only its line ends differ', () => {
    expect(touched({ 'x.yaml': `${A}---\n${B}` }, { 'x.yaml': `${A}---\n${B}`.replaceAll('\n', '\r\n') })).toEqual([]);
  });
});

test('a change of what is no manifest is told from one that moves documents', () => {
  const isOfManifests = (before: Texts, now: Texts): boolean => new Change(sourcesOf(now), sourcesOf(before)).isOfManifests;
  expect(isOfManifests({ 'x.yaml': A }, { 'x.yaml': A })).toBe(false);
  expect(isOfManifests({ 'x.yaml': A }, {})).toBe(true);
  expect(isOfManifests({ 'x.yaml': A }, { 'y.yaml': A })).toBe(true);
});
