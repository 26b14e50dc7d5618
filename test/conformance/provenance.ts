import { finalValue, isContradiction } from '../../src/core/kustomize/scalars.ts';
import type { Build } from '../../src/core/kustomize/build.ts';
import type { BuildFiles } from '../../src/core/kustomize/files.ts';
import type { ScalarNode, YamlNode } from '../../src/core/kustomize/node.ts';
import { isReadFailure, readNodes } from '../../src/core/kustomize/read-nodes.ts';
import { YAML_FILE } from '../../src/core/kustomize/render.ts';
import { fileSource } from '../../src/core/kustomize/text-source.ts';
import { parseSource } from '../../src/core/yaml/parse-source.ts';
import type { Place } from '../../src/core/yaml/place.ts';
import type { SourceFile } from '../../src/core/yaml/source-file.ts';

/** All values of objects that are scalars. */
export function scalarsIn(node: YamlNode): ScalarNode[] {
  if (node.kind === 'scalar') return [node];
  return (node.kind === 'list' ? node.items : [...node.entries.values()].map(({ value }) => value)).flatMap(scalarsIn);
}

/** What a scalar says, whatever its type. */
export function textOf(node: ScalarNode): string {
  const value = finalValue(node);
  return isContradiction(value) ? node.text : String(value);
}

function nodesOf(file: SourceFile): YamlNode[] {
  return file.documents.flatMap(document => {
    const read = readNodes(fileSource(file), document, 'resource');
    return read === undefined || isReadFailure(read) ? [] : [read];
  });
}

/** Scalars of a file, and of the texts of several lines in it, which may be patches. */
function textsOf(file: SourceFile): string[] {
  return nodesOf(file)
    .flatMap(scalarsIn)
    .flatMap(node => [textOf(node), ...(node.text.includes('\n') ? nodesOf(parseSource(file.path, node.text)).flatMap(scalarsIn).map(textOf) : [])]);
}

const texts = new WeakMap<SourceFile, ReadonlySet<string>>();

function knownTexts(file: SourceFile): ReadonlySet<string> {
  const known = texts.get(file) ?? new Set(textsOf(file));
  texts.set(file, known);
  return known;
}

/** How many YAML files of a build say a text, for each text. */
export function countFiles({ files: paths }: Build, files: BuildFiles): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const file = YAML_FILE.test(path) ? files.source(path) : undefined;
    for (const text of file ? knownTexts(file) : []) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

const placed = new WeakMap<SourceFile, ReadonlyMap<number, ScalarNode>>();

/** Scalars of a file by their start. */
function scalarsByStart(file: SourceFile): ReadonlyMap<number, ScalarNode> {
  const known =
    placed.get(file) ??
    new Map(
      nodesOf(file)
        .flatMap(scalarsIn)
        .map(node => [node.origin.at.valueSpan.start, node]),
    );
  placed.set(file, known);
  return known;
}

/** What is written at a place, as kustomize reads it; undefined where that is no scalar. */
export function readAt({ document: { tree }, node = 0, file, valueSpan: { start, end } }: Place): string | undefined {
  const isNode = tree?.start(node) === start && tree.end(node) === end;
  const read = isNode ? scalarsByStart(file).get(start) : nodesOf(parseSource(file.path, file.text.slice(start, end)))[0];
  return read?.kind === 'scalar' ? textOf(read) : undefined;
}
