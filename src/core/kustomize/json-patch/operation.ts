import { entryOf, type YamlNode } from '../node.ts';
import { JsonProblem } from './json-problem.ts';

/** One operation of a JSON patch, as far as it can be read. */
export interface Operation {
  readonly op: string;
  readonly path: string | undefined;
  readonly from: string | undefined;
  readonly value: YamlNode | undefined;
  readonly node: YamlNode;
}

const textOf = (node: YamlNode | undefined): string | undefined =>
  node?.kind === 'scalar' && (node.tag === 'str' || node.style !== 'plain' || node.tag === 'timestamp') ? node.text : undefined;

const GO_KINDS = { scalar: 'string', list: 'array', map: 'object' } as const;

/** Operations of a text that has been read; throws where it is no list of mappings. */
export function readOperations(patch: YamlNode | undefined): Operation[] {
  if (patch === undefined || (patch.kind === 'scalar' && patch.tag === 'null')) return [];
  if (patch.kind !== 'list') throw new JsonProblem(`json: cannot unmarshal ${GO_KINDS[patch.kind]} into Go value of type jsonpatch.Patch`);
  return patch.items.map(node => {
    if (node.kind !== 'map') throw new JsonProblem(`json: cannot unmarshal ${GO_KINDS[node.kind]} into Go value of type jsonpatch.Operation`);
    return {
      op: textOf(entryOf(node, 'op')) ?? 'unknown',
      path: textOf(entryOf(node, 'path')),
      from: textOf(entryOf(node, 'from')),
      value: entryOf(node, 'value'),
      node,
    };
  });
}
