import { entryOf, nodeAt, type MapNode, type YamlNode } from './node.ts';
import { textOf } from './object-id.ts';

function pairs(node: YamlNode | undefined): string {
  if (node?.kind !== 'map') return 'map[]';
  const entries = [...node.entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return `map[${entries.map(([key, { value }]) => `${key}:${textOf(value)}`).join(' ')}]`;
}

/** An object's type and metadata as Go prints them: `{{v1 ConfigMap} {{name } map[] map[]}}`. */
export function goMetadata(root: MapNode): string {
  const at = (...keys: readonly string[]): string => textOf(nodeAt(root, ...keys));
  const metadata = entryOf(root, 'metadata');
  const of = (key: string): string => pairs(metadata && nodeAt(metadata, key));
  return `{{${at('apiVersion')} ${at('kind')}} {{${at('metadata', 'name')} ${at('metadata', 'namespace')}} ${of('labels')} ${of('annotations')}}}`;
}
