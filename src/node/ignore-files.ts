import ignore, { type Ignore } from 'ignore';
import type { Files } from './files.ts';
import { isInside, slashedBelow, type Place } from './paths.ts';

const NAMES = ['.svclintignore', '.gitignore'];

/** One ignore file with the directory that its patterns start from. */
interface Layer {
  readonly directory: string;
  readonly rules: Ignore;
}

/** The ignore files that hold for a directory, the nearest first. Their patterns never reach above their directory. */
export type IgnoreLayers = readonly Layer[];

/** Where ignore files stand. */
interface Surroundings {
  readonly place: Place;
  readonly files: Files;
}

function readRules(file: string, files: Files): Ignore | undefined {
  const text = files.readPatterns(file);
  return text === undefined ? undefined : ignore().add(text.replace(/^\uFEFF/, ''));
}

/** Adds the ignore files of a directory; `names` are the entries that it holds, where they are known. */
export function withLayersOf(directory: string, above: IgnoreLayers, { place: { path }, files }: Surroundings, names?: ReadonlySet<string>): IgnoreLayers {
  const own = NAMES.flatMap(name => {
    const rules = names?.has(name) === false ? undefined : readRules(path.join(directory, name), files);
    return rules ? [{ directory, rules }] : [];
  });
  return own.length === 0 ? above : [...own, ...above];
}

/** Whether the nearest ignore file that says anything of a path hides it. */
export function isIgnored(absolute: string, isDirectory: boolean, layers: IgnoreLayers, place: Place): boolean {
  for (const { directory, rules } of layers) {
    const relative = slashedBelow(directory, absolute, place);
    const { ignored, unignored } = rules.test(isDirectory ? `${relative}/` : relative);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/**
 * The ignore files above an input, from the top of its repository down, without the input's own. An input that they hide was
 * named on the command line all the same, so they say nothing of what is in it.
 */
export function layersAbove(input: string, top: string, surroundings: Surroundings): IgnoreLayers {
  const { place } = surroundings;
  const directories: string[] = [];
  for (let at = input; at !== top && isInside(at, top, place);) {
    at = place.path.dirname(at);
    directories.unshift(at);
  }
  const layers = directories.reduce<IgnoreLayers>((above, directory) => withLayersOf(directory, above, surroundings), []);
  return isIgnoredAnywhere(input, top, layers, place) ? [] : layers;
}

/** Whether a directory or one that holds it is hidden. */
function isIgnoredAnywhere(input: string, top: string, layers: IgnoreLayers, place: Place): boolean {
  if (layers.length === 0) return false;
  for (let at = input; at !== top && isInside(at, top, place); at = place.path.dirname(at)) {
    const holding = layers.filter(layer => layer.directory !== at && isInside(at, layer.directory, place));
    if (isIgnored(at, true, holding, place)) return true;
  }
  return false;
}
