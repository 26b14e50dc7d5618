import { findEntry } from '../yaml/mapping.ts';
import { NodeKind, type NodeId, type Tree } from '../yaml/tree.ts';
import { looksSecret } from './secret-names.ts';
import { hideWhole, type SecretValue, textIn } from './secret-value.ts';

const KIND = /(?:^|[{,])[ \t-]*["']?kind["']?[ \t]*:[ \t]*["']?Secret(?:Generator)?\b/m;
const GENERATOR = /^[ \t]*["']?secretGenerator["']?[ \t]*:/m;

/** Whether a text is about Secrets: a patch of one, a generator, a document that does not parse. */
export function namesSecret(text: string): boolean {
  return KIND.test(text) || GENERATOR.test(text);
}

/** A part of a Secret, as patches call it: `/stringData/key`. */
const DATA_POINTER = /^\/(?:stringData|data)(?:\/|$)/;
/** Operations on it, in a text. */
const DATA_OPERATION = /["']?path["']?[ \t]*:[ \t]*["']?\/(?:stringData|data)\b/;

const isList = (tree: Tree, node: NodeId): boolean => tree.kind(node) === NodeKind.sequence;
const isMapping = (tree: Tree, node: NodeId): boolean => tree.kind(node) === NodeKind.mapping;

/** What stands under a key. */
function valueIn(tree: Tree, mapping: NodeId, key: string): NodeId | undefined {
  const entry = findEntry(tree, mapping, key);
  return entry && tree.resolve(entry.value);
}

function itemsIn(tree: Tree, mapping: NodeId, key: string): NodeId[] {
  const list = valueIn(tree, mapping, key);
  return list !== undefined && isList(tree, list) ? Array.from(tree.children(list), item => tree.resolve(item)) : [];
}

/** `literals` of a generator: all of a Secret, of a ConfigMap those whose key looks secret. */
function literalsOf(tree: Tree, generator: NodeId, isHidden: (key: string) => boolean): SecretValue[] {
  const isSecret = (literal: NodeId): boolean => tree.kind(literal) !== NodeKind.scalar || isHidden(tree.scalarText(literal).split('=', 1)[0] ?? '');
  return itemsIn(tree, generator, 'literals').flatMap(literal => (isSecret(literal) ? [hideWhole(tree, literal)] : []));
}

function generated(tree: Tree, mapping: NodeId, field: string, isHidden: (key: string) => boolean): SecretValue[] {
  return itemsIn(tree, mapping, field).flatMap(entry => (isMapping(tree, entry) ? literalsOf(tree, entry, isHidden) : []));
}

/** Items that are patches or plugins as texts. */
function textsIn(tree: Tree, mapping: NodeId, field: string): SecretValue[] {
  return itemsIn(tree, mapping, field).flatMap(item =>
    tree.kind(item) === NodeKind.scalar && tellsSecrets(tree.scalarText(item)) ? [hideWhole(tree, item)] : [],
  );
}

function tellsSecrets(text: string): boolean {
  return namesSecret(text) || text.includes('stringData');
}

/** An entry of `patches`: of a Secret, aimed at Secrets, or at what may be one. */
function patchOf(tree: Tree, entry: NodeId): SecretValue[] {
  const at = valueIn(tree, entry, 'patch') ?? valueIn(tree, entry, 'jsonOp');
  if (at === undefined || tree.kind(at) !== NodeKind.scalar) return [];
  const target = valueIn(tree, entry, 'target');
  const kind = target !== undefined && isMapping(tree, target) ? textIn(tree, target, 'kind') : undefined;
  const text = tree.scalarText(at);
  const isOfSecret = kind === 'Secret' || tellsSecrets(text) || (kind !== 'ConfigMap' && DATA_OPERATION.test(text));
  return isOfSecret ? [hideWhole(tree, at)] : [];
}

/** What a replacement writes, where it may write into a Secret. */
function sourceValueOf(tree: Tree, replacement: NodeId): SecretValue[] {
  const value = valueIn(tree, replacement, 'sourceValue');
  if (value === undefined) return [];
  const kinds = itemsIn(tree, replacement, 'targets').map(target => {
    const select = isMapping(tree, target) ? valueIn(tree, target, 'select') : undefined;
    return select !== undefined && isMapping(tree, select) ? textIn(tree, select, 'kind') : undefined;
  });
  return kinds.some(kind => kind === undefined || kind === 'Secret') ? [hideWhole(tree, value)] : [];
}

/** An operation of a JSON patch. */
function operationOf(tree: Tree, operation: NodeId): SecretValue[] {
  const value = DATA_POINTER.test(textIn(tree, operation, 'path') ?? '') && findEntry(tree, operation, 'op') ? valueIn(tree, operation, 'value') : undefined;
  return value === undefined ? [] : [hideWhole(tree, value)];
}

/** What a mapping of a kustomization, or of a file that it names, says of Secrets: literals of generators, patches as text, operations, values to write. */
export function secretsOfKustomization(tree: Tree, mapping: NodeId): SecretValue[] {
  return [
    ...generated(tree, mapping, 'secretGenerator', () => true),
    ...generated(tree, mapping, 'configMapGenerator', looksSecret),
    ...(textIn(tree, mapping, 'kind') === 'SecretGenerator' ? literalsOf(tree, mapping, () => true) : []),
    ...['patchesStrategicMerge', 'generators', 'transformers'].flatMap(field => textsIn(tree, mapping, field)),
    ...patchOf(tree, mapping),
    ...sourceValueOf(tree, mapping),
    ...operationOf(tree, mapping),
  ];
}
