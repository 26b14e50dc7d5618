import { isNull, type YamlNode } from '../node.ts';

/** Whether two values in JSON form are the same JSON. */
export function isEqualJson(a: YamlNode, b: YamlNode): boolean {
  if (isNull(a) || isNull(b)) return isNull(a) && isNull(b);
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.text === b.text && a.tag === b.tag;
  if (a.kind === 'list') {
    return b.kind === 'list' && a.items.length === b.items.length && a.items.every((item, index) => isSame(item, b.items[index]));
  }
  return b.kind === 'map' && a.entries.size === b.entries.size && [...a.entries].every(([key, { value }]) => isSame(value, b.entries.get(key)?.value));
}

function isSame(a: YamlNode, b: YamlNode | undefined): boolean {
  return b !== undefined && isEqualJson(a, b);
}
