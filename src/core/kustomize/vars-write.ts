import type { Change } from '../yaml/origin.ts';
import type { Obstacle } from './field-spec.ts';
import type { ScalarNode, YamlNode } from './node.ts';
import { expandVars, type VarValue } from './vars-expand.ts';

type Find = (name: string) => VarValue | undefined;

function isText(node: YamlNode): node is ScalarNode {
  return node.kind === 'scalar' && (node.tag === 'str' || node.tag === undefined);
}

function tagOf(value: number | boolean): 'bool' | 'int' | 'float' {
  return typeof value === 'boolean' ? 'bool' : Number.isInteger(value) ? 'int' : 'float';
}

/** Expands one text; what it becomes has no style (K-121). */
function expand(node: ScalarNode, find: Find): void {
  const changes: Change[] = [];
  const value = expandVars(node.text, name => {
    const found = find(name);
    if (found) changes.push({ at: found.source, note: `the var "${name}" reads it here` }, { at: found.at, note: `the var "${name}" puts it in` });
    return found;
  });
  node.text = String(value);
  node.tag = typeof value === 'string' ? 'str' : tagOf(value);
  node.style = 'plain';
  if (changes.length > 0) node.origin = { at: node.origin.at, changes: [...node.origin.changes, ...changes] };
}

/** Expands a text, all items of a list, or all texts of a mapping. */
export function writeVars(node: YamlNode, find: Find): Obstacle | undefined {
  if (node.kind === 'scalar') {
    if (isText(node)) expand(node, find);
    return undefined;
  }
  if (node.kind === 'list') {
    for (const item of node.items) {
      if (!isText(item)) return { answer: 'invalid value type expect a string', node: item };
      expand(item, find);
    }
    return undefined;
  }
  for (const [key, { keyTag, value }] of node.entries) {
    if (keyTag !== undefined) return { answer: `invalid map key: value='${key}', tag='!!${keyTag}'`, node: value };
    if (isText(value)) expand(value, find);
  }
  return undefined;
}
