import { decodeBinary } from './binary.ts';
import { isMergeKey, keyText, mergeSources, type MappingEntry } from './mapping.ts';
import { isPlaceholder } from './mask.ts';
import type { SyntaxProblem } from './problem.ts';
import { resolvePlain } from './scalar.ts';
import { contradictsTag } from './tag.ts';
import { nodeToValue, stableText } from './to-value.ts';
import { NodeKind, ScalarStyle, type NodeId, type Tree } from './tree.ts';

/** Large enough for any value that is compared with its twin; what is larger counts as different. */
const COMPARED_NODES = 10_000;
/** Beyond so many pairs in a document, values count as different without a look. */
const COMPARED_PAIRS = 100;
const UINT64 = 2n ** 64n;

export interface CheckedTree {
  readonly problems: readonly SyntaxProblem[];
  /** Whether a key is a placeholder. */
  readonly openKeys: boolean;
}

function refusal(tree: Tree, node: NodeId, cause: string, help: string): SyntaxProblem {
  return { kind: 'unsupported-value', cause, help, span: tree.span(node), fatal: false };
}

function isEqual(tree: Tree, a: NodeId, b: NodeId): boolean {
  const [first, second] = [nodeToValue(tree, a, COMPARED_NODES), nodeToValue(tree, b, COMPARED_NODES)];
  return first !== undefined && second !== undefined && stableText(first) === stableText(second);
}

function duplicateKey(tree: Tree, [first, second]: readonly [MappingEntry, MappingEntry], equalValues: boolean): SyntaxProblem {
  const key = keyText(tree, second.key);
  return {
    kind: 'duplicate-key',
    cause: `key "${key}" stands twice`,
    help: equalValues ? 'delete one of the two' : 'delete the one that is not meant: the last one counts',
    span: tree.span(second.key),
    related: { span: tree.span(first.key), note: `the first "${key}" is here` },
    fatal: false,
    equalValues,
  };
}

/** Keys that kubectl cannot turn into JSON: null, mappings and lists, numbers beyond 64 bits with a sign. */
function checkKey(tree: Tree, id: NodeId): SyntaxProblem | undefined {
  const key = tree.resolve(id);
  if (tree.kind(key) === NodeKind.mapping || tree.kind(key) === NodeKind.sequence) {
    const kind = tree.kind(key) === NodeKind.mapping ? 'mapping' : 'list';
    return refusal(tree, id, `a ${kind} stands where a key is wanted`, 'write the key as text, or put a template action in quotes');
  }
  if (tree.kind(key) !== NodeKind.scalar) return undefined;
  const value = tree.style(key) === ScalarStyle.plain ? tree.scalarValue(key) : '';
  if (value === null)
    return refusal(
      tree,
      id,
      tree.isEmpty(key) ? 'the key of this value is missing' : `key "${tree.scalarText(key)}" is null`,
      'write the key, in quotes if need be',
    );
  const isUnsigned = typeof value === 'number' && value >= 2 ** 63 && value < Number(UINT64) && /^\+?[0-9_]+$/.test(tree.scalarText(key));
  return isUnsigned ? refusal(tree, id, `key "${tree.scalarText(key)}" is a number of more than 63 bits`, 'put the key in quotes') : undefined;
}

/** Values that kubectl cannot turn into JSON, or whose tag contradicts them. */
function checkScalar(tree: Tree, node: NodeId): SyntaxProblem | undefined {
  const tag = tree.tag(node);
  if (tag !== undefined) {
    const text = tree.scalarText(node);
    if (tag === '!!binary' && decodeBinary(text) === undefined)
      return refusal(tree, node, 'the value tagged "!!binary" is no base64', 'encode the value in base64');
    if (contradictsTag(tag, text)) return refusal(tree, node, `the value is not of the type that its tag "${tag}" names`, 'remove the tag');
  } else if (tree.style(node) !== ScalarStyle.plain) return undefined;
  const first = tree.source.charCodeAt(tree.start(node));
  if (first !== 46 && first !== 43 && first !== 45) return undefined;
  const value = resolvePlain(tree.scalarText(node));
  if (typeof value !== 'number' || Number.isFinite(value)) return undefined;
  return refusal(tree, node, `"${tree.scalarText(node)}" is a number that JSON cannot express`, 'put the value in quotes if text is meant');
}

/** Walks a tree once and collects what js-yaml reads and kubectl does not, and keys that stand twice (S-349). */
class TreeChecker {
  readonly problems: SyntaxProblem[] = [];
  openKeys = false;
  #pairs = 0;
  readonly #tree: Tree;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  check(): void {
    const tree = this.#tree;
    if (tree.size > 0 && tree.kind(0) === NodeKind.scalar) this.#add(checkScalar(tree, 0));
    for (let node = 0; node < tree.size; node++) {
      const kind = tree.kind(node);
      if (kind === NodeKind.mapping) this.#mapping(node);
      else if (kind === NodeKind.sequence) for (let child = node + 1; child < tree.next(node); child = tree.next(child)) this.#value(child);
    }
  }

  #add(problem: SyntaxProblem | undefined): void {
    if (problem) this.problems.push(problem);
  }

  #value(node: NodeId): void {
    if (this.#tree.kind(node) === NodeKind.scalar) this.#add(checkScalar(this.#tree, node));
  }

  #mapping(mapping: NodeId): void {
    const tree = this.#tree;
    const end = tree.next(mapping);
    const seen = new Map<string, NodeId>();
    for (let key = mapping + 1; key < end;) {
      const value = tree.next(key);
      this.#value(value);
      if (isMergeKey(tree, key)) this.#merge(value);
      else this.#key(seen, { key, value });
      key = tree.next(value);
    }
  }

  #key(seen: Map<string, NodeId>, entry: MappingEntry): void {
    const tree = this.#tree;
    const problem = checkKey(tree, entry.key);
    if (problem) {
      this.problems.push(problem);
      return;
    }
    const text = keyText(tree, entry.key);
    if (!this.openKeys && isPlaceholder(text)) this.openKeys = true;
    const known = seen.get(text);
    if (known === undefined) {
      seen.set(text, entry.key);
      return;
    }
    const first = { key: known, value: tree.next(known) };
    const equalValues = this.#pairs++ < COMPARED_PAIRS && isEqual(tree, first.value, entry.value);
    this.problems.push(duplicateKey(tree, [first, entry], equalValues));
  }

  #merge(value: NodeId): void {
    const tree = this.#tree;
    const node = tree.resolve(value);
    const parts = tree.kind(node) === NodeKind.sequence ? [...tree.children(node)] : [node];
    // An alias that leads nowhere has its own problem.
    if (parts.some(part => tree.kind(tree.resolve(part)) === NodeKind.alias) || mergeSources(tree, value)) return;
    this.#add(refusal(tree, value, '"<<" merges a value that is no mapping', 'merge a mapping or a list of mappings'));
  }
}

export function checkTree(tree: Tree): CheckedTree {
  const checker = new TreeChecker(tree);
  checker.check();
  return { problems: checker.problems, openKeys: checker.openKeys };
}
