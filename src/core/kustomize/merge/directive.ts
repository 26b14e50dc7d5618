import { entryOf, type ListNode, type MapNode, type YamlNode } from '../node.ts';
import { MergeProblem } from './merge-problem.ts';
import { placeElement } from './elements.ts';

/** What `$patch` asks for (K-092). */
export type Directive = 'merge' | 'replace' | 'delete';

const KEY = '$patch';
const isDirective = (word: string): word is Directive => word === 'merge' || word === 'replace' || word === 'delete';

function read(word: YamlNode): Directive {
  const text = word.kind === 'scalar' ? word.text : '';
  if (isDirective(text)) return text;
  throw new MergeProblem(`unknown patch strategy '${text}'`, word);
}

function takeOfMap(patch: MapNode): Directive {
  const word = entryOf(patch, KEY);
  if (!word) return 'merge';
  const directive = read(word);
  patch.entries.delete(KEY);
  return directive;
}

function takeOfList(patch: ListNode): Directive {
  const element = patch.items.find(item => item.kind === 'map' && item.entries.has(KEY));
  // With other keys beside it, the directive is that of the element.
  const word = element?.kind === 'map' && element.entries.size === 1 ? entryOf(element, KEY) : undefined;
  if (!word) return 'merge';
  const directive = read(word);
  placeElement(patch, undefined, [KEY], [directive]);
  return directive;
}

/** Reads the directive of a mapping or a list of a patch, and takes it out. */
export function takeDirective(patch: YamlNode | undefined): Directive {
  if (patch?.kind === 'map') return takeOfMap(patch);
  return patch?.kind === 'list' ? takeOfList(patch) : 'merge';
}

/** The same, where nothing can be merged: a word that is none stays as it is written. */
export function isDeletion(patch: YamlNode): boolean {
  try {
    return takeDirective(patch) === 'delete';
  } catch (problem) {
    if (problem instanceof MergeProblem) return false;
    throw problem;
  }
}
