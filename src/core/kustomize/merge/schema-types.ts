import { entryOf, type MapNode, type YamlNode } from '../node.ts';
import { joinApiVersion, textOf } from '../object-id.ts';
import type { MergeType } from './merge-type.ts';

const KINDS = 'x-kubernetes-group-version-kind';
const STRATEGY = 'x-kubernetes-patch-strategy';
const KEY = 'x-kubernetes-patch-merge-key';
const KEYS = 'x-kubernetes-list-map-keys';
const DEFINITIONS = '#/definitions/';
/** Longer than any chain of references. */
const MOST_REFERENCES = 20;

const mapIn = (map: MapNode | undefined, key: string): MapNode | undefined => {
  const value = map && entryOf(map, key);
  return value?.kind === 'map' ? value : undefined;
};

/** The types of a schema of one's own (K-124). They may hold themselves, so each is read when it is asked for. */
class SchemaTypes {
  readonly #definitions: MapNode;
  readonly #types = new Map<MapNode, MergeType>();

  constructor(definitions: MapNode) {
    this.#definitions = definitions;
  }

  typeOf(schema: MapNode): MergeType {
    const known = this.#types.get(schema);
    if (known) return known;
    const keys = keysOf(schema);
    const fields = { get: (key: string) => this.#field(schema, key) };
    const items = (): MergeType | undefined => this.#items(schema);
    const made: MergeType = {
      fields,
      ...(keys && { keys }),
      get items() {
        return items();
      },
    };
    this.#types.set(schema, made);
    return made;
  }

  #field(schema: MapNode, key: string): MergeType | undefined {
    return this.#resolved(mapIn(mapIn(schema, 'properties'), key) ?? mapIn(schema, 'additionalProperties'));
  }

  #items(schema: MapNode): MergeType | undefined {
    return textOf(entryOf(schema, 'type')) === 'array' ? this.#resolved(mapIn(schema, 'items')) : undefined;
  }

  #resolved(schema: MapNode | undefined): MergeType | undefined {
    let at = schema;
    for (let steps = 0; at && steps < MOST_REFERENCES; steps++) {
      const reference = textOf(entryOf(at, '$ref'));
      if (reference === '') return this.typeOf(at);
      const name = reference.startsWith(DEFINITIONS) ? reference.slice(DEFINITIONS.length).replaceAll('~1', '/').replaceAll('~0', '~') : '';
      at = mapIn(this.#definitions, name);
    }
    return undefined;
  }
}

/** The keys of the elements of a list that is merged. */
function keysOf(schema: MapNode): readonly string[] | undefined {
  if (!textOf(entryOf(schema, STRATEGY)).split(',').includes('merge')) return undefined;
  const keys = entryOf(schema, KEYS);
  if (keys?.kind === 'list') return keys.items.map(textOf);
  const key = entryOf(schema, KEY);
  return key ? [textOf(key)] : [];
}

function kindsOf(definition: MapNode): string[] {
  const kinds = entryOf(definition, KINDS);
  return (kinds?.kind === 'list' ? kinds.items : []).flatMap(item => {
    const part = (key: string): string => (item.kind === 'map' ? textOf(entryOf(item, key)) : '');
    return part('kind') === '' ? [] : [`${joinApiVersion({ group: part('group'), version: part('version') })} ${part('kind')}`];
  });
}

/** Types of objects by `apiVersion kind`, of a file with OpenAPI definitions. */
export function schemaTypes(root: YamlNode): ReadonlyMap<string, () => MergeType> {
  const definitions = root.kind === 'map' ? mapIn(root, 'definitions') : undefined;
  if (!definitions) return new Map();
  const types = new SchemaTypes(definitions);
  return new Map(
    [...definitions.entries.values()].flatMap(({ value }) =>
      value.kind === 'map' ? kindsOf(value).map((kind): [string, () => MergeType] => [kind, () => types.typeOf(value)]) : [],
    ),
  );
}
