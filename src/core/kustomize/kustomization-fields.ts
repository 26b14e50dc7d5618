import type { Place } from '../yaml/place.ts';
import type { Pair, Text } from './kustomization.ts';
import { isNull, type MapNode, type YamlNode } from './node.ts';

/** Fields of a mapping by their names, whose letter case does not matter (K-020). What has another type than it is asked for is not there: that is a fault of its own. */
export class Fields {
  readonly at: Place;
  readonly #fields = new Map<string, YamlNode>();

  constructor(map: MapNode) {
    this.at = map.origin.at;
    for (const [key, { value }] of map.entries) if (!isNull(value)) this.#fields.set(key.toLowerCase(), value);
  }

  get size(): number {
    return this.#fields.size;
  }

  has(name: string): boolean {
    return this.#fields.has(name.toLowerCase());
  }

  node(name: string): YamlNode | undefined {
    return this.#fields.get(name.toLowerCase());
  }

  text(name: string): Text | undefined {
    const node = this.node(name);
    return node && textNode(node);
  }

  string(name: string): string {
    return this.text(name)?.value ?? '';
  }

  flag(name: string): boolean {
    const node = this.node(name);
    return node?.kind === 'scalar' && node.tag === 'bool' && /^(?:y|yes|true|on)$/i.test(node.text);
  }

  number(name: string): number | undefined {
    const node = this.node(name);
    return node?.kind === 'scalar' && node.tag === 'int' ? Number(node.text.replaceAll('_', '')) : undefined;
  }

  list(name: string): readonly YamlNode[] {
    const node = this.node(name);
    return node?.kind === 'list' ? node.items : [];
  }

  texts(name: string): Text[] {
    return this.list(name).flatMap(node => textNode(node) ?? []);
  }

  map(name: string): Fields | undefined {
    const node = this.node(name);
    return node?.kind === 'map' ? new Fields(node) : undefined;
  }

  maps(name: string): Fields[] {
    return this.list(name).flatMap(node => (node.kind === 'map' ? [new Fields(node)] : []));
  }

  pairs(name: string): Pair[] {
    const node = this.node(name);
    if (node?.kind !== 'map') return [];
    return [...node.entries].flatMap(([key, { value, keyTag }]) => {
      const text = isNull(value) ? { value: '', at: value.origin.at } : textNode(value);
      return text ? [{ key, ...text, ...(keyTag && { isOddKey: true as const }) }] : [];
    });
  }
}

function textNode(node: YamlNode): Text | undefined {
  if (node.kind !== 'scalar' || ['bool', 'int', 'float'].includes(node.tag ?? '')) return undefined;
  return { value: node.tag === 'null' ? '' : node.text, at: node.origin.at };
}
