import type { InputFile } from '../../src/core/engine/input.ts';
import type { Span } from '../../src/core/text/span.ts';
import { parseSource } from '../../src/core/yaml/parse-source.ts';
import type { SourceFile } from '../../src/core/yaml/source-file.ts';
import { NodeKind, ScalarStyle, type NodeId, type Tree } from '../../src/core/yaml/tree.ts';
import { renderBlock, renderFlow } from './restyle.ts';

/** A project that says the same as another one, or less. */
export interface Variation {
  readonly what: string;
  readonly files: readonly InputFile[];
}

const TEMPLATE = '{{ hidden }}';

function replaceFile(files: readonly InputFile[], index: number, text: string): readonly InputFile[] {
  return files.map((file, at) => (at === index ? { path: file.path, text } : file));
}

/** Values of mappings and elements of sequences, without keys. */
function* valuesOf(tree: Tree, node: NodeId): Iterable<NodeId> {
  const kind = tree.kind(node);
  if (kind === NodeKind.scalar) yield node;
  let position = 0;
  for (const child of tree.children(node)) if (kind !== NodeKind.mapping || position++ % 2 === 1) yield* valuesOf(tree, child);
}

function isHideable(tree: Tree, node: NodeId): boolean {
  return !tree.isEmpty(node) && tree.style(node) !== ScalarStyle.literal && tree.style(node) !== ScalarStyle.folded;
}

function hideableSpans({ path, text }: InputFile): Span[] {
  return parseSource(path, text).documents.flatMap(({ tree }) => {
    if (!tree || tree.size === 0) return [];
    return [...valuesOf(tree, 0)].filter(node => isHideable(tree, node)).map(node => tree.span(node));
  });
}

/** The project with one value after the other hidden behind a template. */
export function* hideScalars(files: readonly InputFile[]): Iterable<Variation> {
  for (const [index, file] of files.entries()) {
    const { path, text } = file;
    const hidden = path.endsWith('.json') ? JSON.stringify(TEMPLATE) : TEMPLATE;
    for (const { start, end } of hideableSpans(file)) {
      const line = text.slice(0, start).split('\n').length;
      yield {
        what: `${path}:${String(line)} hides ${text.slice(start, end)}`,
        files: replaceFile(files, index, text.slice(0, start) + hidden + text.slice(end)),
      };
    }
  }
}

const parses = (file: SourceFile): boolean => file.documents.every(({ tree, problems }) => tree !== undefined && problems.length === 0);

function reverseDocuments({ path, text }: InputFile): InputFile {
  if (path.endsWith('.json') || !parses(parseSource(path, text))) return { path, text };
  const parts = text.split(/^---[ \t]*\n/m).filter(part => part.trim() !== '');
  return {
    path,
    text: parts
      .map(part => (part.endsWith('\n') ? part : `${part}\n`))
      .reverse()
      .join('---\n'),
  };
}

/** The project with its files, its documents, and both in reverse. */
export function reorder(files: readonly InputFile[]): Variation[] {
  const reversed = files.map(reverseDocuments);
  return [
    { what: 'files in reverse', files: [...files].reverse() },
    { what: 'documents in reverse', files: reversed },
    { what: 'files and documents in reverse', files: [...reversed].reverse() },
  ];
}

/** The project in flow style and in wide block style, all strings quoted, anchors expanded. Files with templates or faults keep their form. */
export function restyle(files: readonly InputFile[]): Variation[] {
  const written = (render: (tree: Tree) => string): InputFile[] =>
    files.map(({ path, text }) => {
      const file = parseSource(path, text);
      const trees = file.documents.flatMap(({ tree }) => (tree && tree.size > 0 ? [tree] : []));
      return file.templated || path.endsWith('.json') || !parses(file) ? { path, text } : { path, text: trees.map(render).join('---\n') };
    });
  return [
    { what: 'flow style', files: written(renderFlow) },
    { what: 'block style', files: written(renderBlock) },
  ];
}

/** A small generator of numbers below 2^32: the same seed gives the same cases on every machine. */
function* numbersFrom(seed: number): Generator<number, never> {
  let state = seed >>> 0;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

const CUTS = 32;

/** Each file cut at every line end and at 32 other places. */
export function* truncate(files: readonly InputFile[]): Iterable<Variation> {
  for (const [index, { path, text }] of files.entries()) {
    const ends = [...text.matchAll(/\n/g)].map(({ index: at }) => at);
    const numbers = numbersFrom(text.length);
    const others = Array.from({ length: CUTS }, () => numbers.next().value % (text.length + 1));
    for (const at of new Set([...ends, ...others])) yield { what: `${path} cut at ${String(at)}`, files: replaceFile(files, index, text.slice(0, at)) };
  }
}
