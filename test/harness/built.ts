import { build, type Build } from '../../src/core/kustomize/build.ts';
import { nodeAt } from '../../src/core/kustomize/node.ts';
import { kindOf } from '../../src/core/kustomize/object-id.ts';
import type { BuildObject } from '../../src/core/kustomize/object.ts';
import type { Origin } from '../../src/core/yaml/origin.ts';
import type { Place } from '../../src/core/yaml/place.ts';
import { memoryBuildFiles } from './memory-build-files.ts';

/** What is built of files that exist in a test alone. */
export function buildTexts(texts: Readonly<Record<string, string>>, directory = '.'): Build {
  return build(directory, { files: memoryBuildFiles(texts) });
}

/** The text that a build without faults prints. */
export function textOf(texts: Readonly<Record<string, string>>, directory = '.'): string {
  const { faults, text } = buildTexts(texts, directory);
  if (faults.length > 0) throw new Error(faults.map(({ answer }) => answer).join('\n'));
  return text;
}

/** What kustomize says of files that do not build. */
export function answersOf(texts: Readonly<Record<string, string>>, directory = '.'): string[] {
  return buildTexts(texts, directory).faults.map(({ answer }) => answer);
}

/** The first object of a kind. */
export function objectOf({ objects }: Build, kind: string): BuildObject {
  const found = objects.find(object => kindOf(object) === kind);
  if (!found) throw new Error(`no ${kind} is built`);
  return found;
}

function lineOf({ file, span }: Place): string {
  return `${file.path}:${String(file.lines.position(span.start).line)}`;
}

/** Where a field was written, then what changed it: `web.yaml:3`, `kustomization.yaml:1 namePrefix adds "p-"`. */
export function writtenIn(object: BuildObject, path: string): readonly string[] {
  const node = nodeAt(object.root, ...path.split('/'));
  if (!node) throw new Error(`${path} is absent`);
  return linesOf(node.origin);
}

export function linesOf({ at, changes }: Origin): readonly string[] {
  return [lineOf(at), ...changes.map(change => `${lineOf(change.at)} ${change.note}`)];
}
