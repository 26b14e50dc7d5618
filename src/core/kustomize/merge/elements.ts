import { entryOf, isNull, type ListNode, type YamlNode } from '../node.ts';
import { wrongKind } from './merge-problem.ts';

/** As kustomize compares keys of elements: the text of a scalar, whatever its type; empty for what has none. */
export function keyText(node: YamlNode): string {
  return node.kind === 'scalar' ? node.text : '';
}

export function isNothing(node: YamlNode | undefined): boolean {
  return node === undefined || isNull(node) || (node.kind === 'map' && node.entries.size === 0);
}

/** Texts of the keys of an element; empty for a key that it lacks (K-095, 1). */
export function keyTexts(element: YamlNode, keys: readonly string[]): string[] {
  return keys.map(key => {
    const value = element.kind === 'map' ? entryOf(element, key) : undefined;
    return value === undefined || isNull(value) ? '' : keyText(value);
  });
}

/** The first element that has all keys, with these texts. No keys: the first scalar with the text. */
export function findElement({ items }: ListNode, keys: readonly string[], texts: readonly string[]): YamlNode | undefined {
  if (keys.length === 0) return items.find(item => keyText(item) === (texts[0] ?? ''));
  return items.find(
    item =>
      item.kind === 'map' &&
      keys.every((key, position) => {
        const value = entryOf(item, key);
        return value !== undefined && keyText(value) === texts[position];
      }),
  );
}

/** Whether one key of an element is there and, where a text is asked for, has it. Null elements never come here. */
function hasKey(element: YamlNode, key: string, text: string): boolean {
  if (element.kind !== 'map') throw wrongKind('map', element);
  const value = entryOf(element, key);
  return value !== undefined && (text === '' || keyText(value) === text);
}

/** The matching rule of K-095: with fewer texts than keys, the keys that are left count as the last one did. */
function matches(element: YamlNode, keys: readonly string[], texts: readonly string[]): boolean {
  if (keys.length === 0) {
    if (element.kind !== 'scalar') throw wrongKind('scalar', element);
    return element.text === (texts[0] ?? '');
  }
  return texts.length > 0 && keys.slice(0, texts.length).every((key, position) => hasKey(element, key, texts[position] ?? ''));
}

/**
 * Puts an element where one with these keys stands, else at the end; without an element it takes away what matches (K-095).
 * What is null or `{}` goes, and with no texts everything that was there (K-096a).
 */
export function placeElement(list: ListNode, element: YamlNode | undefined, keys: readonly string[], texts: readonly string[]): void {
  const kept: YamlNode[] = [];
  let found = false;
  for (const item of list.items) {
    if (isNothing(item)) continue;
    if (item.kind !== 'map' && keys.length > 0 && texts[0]) kept.push(item);
    else if (!matches(item, keys, texts)) {
      if (texts.length > 0) kept.push(item);
    } else {
      found = true;
      if (element) kept.push(element);
    }
  }
  list.items = kept;
  if (element && !isNull(element) && !found) kept.push(element);
}
