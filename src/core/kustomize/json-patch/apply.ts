import { adopt } from '../merge/adopt.ts';
import { withHistory } from '../merge/history.ts';
import { isNull, type MapNode, scalarNode, type YamlNode } from '../node.ts';
import type { BuildObject, Removal } from '../object.ts';
import { addMember, type Container, findContainer, getMember, removeMember, setMember } from './container.ts';
import { isEqualJson } from './equal.ts';
import { jsonForm } from './json-form.ts';
import { JsonProblem, missing } from './json-problem.ts';
import type { Operation } from './operation.ts';

/** A document that operations change one after the other. */
interface Patching {
  root: MapNode;
  readonly removals: Removal[];
  /** Nodes that copies have made. */
  copied: number;
}

/** Runs what may fail, and tells of what it is a part. */
function within<Result>(context: string, run: () => Result): Result {
  try {
    return run();
  } catch (problem) {
    if (problem instanceof JsonProblem) throw new JsonProblem(`${context}: ${problem.message}`);
    throw problem;
  }
}

function pathOf({ op, path }: Operation): string {
  if (path === undefined) throw missing(`${op} operation failed to decode path`);
  return path;
}

function find(root: Container, path: string, answer: string): readonly [Container, string] {
  const found = findContainer(root, path);
  if (!found) throw missing(answer);
  return found;
}

/** A fresh value for each object; what is not written is null. */
function valueOf({ value, node }: Operation): YamlNode {
  return value ? jsonForm(value, 'configuration') : scalarNode('null', node.origin, 'null');
}

const quietly = (container: Container, key: string): YamlNode | undefined => (container.kind === 'map' ? getMember(container, key) : undefined);

function add({ root }: Patching, operation: Operation): void {
  const path = pathOf(operation);
  const [container, key] = find(root, path, `add operation does not apply: doc is missing path: "${path}"`);
  const value = adopt(valueOf(operation), quietly(container, key));
  within(`error in add for path: '${path}'`, () => {
    addMember(container, key, value);
  });
}

function remove({ root, removals }: Patching, operation: Operation): void {
  const path = pathOf(operation);
  const [container, key] = find(root, path, `remove operation does not apply: doc is missing path: "${path}"`);
  within(`error in remove for path: '${path}'`, () => {
    const was = getMember(container, key);
    removeMember(container, key);
    if (was && !isNull(was)) removals.push({ path: path.split('/').slice(1), at: operation.node.origin.at, was });
  });
}

function replace(patching: Patching, operation: Operation): void {
  const path = pathOf(operation);
  if (path === '') {
    const value = valueOf(operation);
    if (value.kind === 'list') throw new JsonProblem('json: cannot unmarshal array into Go value of type map[string]interface {}');
    if (value.kind === 'map') patching.root = value;
    return;
  }
  const [container, key] = find(patching.root, path, `replace operation does not apply: doc is missing path: ${path}`);
  let was: YamlNode | undefined;
  try {
    was = getMember(container, key);
  } catch (problem) {
    if (problem instanceof JsonProblem) throw missing(`replace operation does not apply: doc is missing key: ${path}`);
    throw problem;
  }
  setMember(container, key, adopt(valueOf(operation), was));
}

function source({ root }: Patching, { op, from }: Operation): readonly [Container, string, string] {
  if (from === undefined) throw missing(`${op} operation failed to decode from: operation, missing from field`);
  return [...find(root, from, `${op} operation does not apply: doc is missing from path: ${from}`), from];
}

function move(patching: Patching, operation: Operation): void {
  const [container, key] = source(patching, operation);
  const value = within(`error in move for path: '${key}'`, () => {
    const member = getMember(container, key);
    removeMember(container, key);
    return member;
  });
  const path = pathOf(operation);
  const [target, name] = find(patching.root, path, `move operation does not apply: doc is missing destination path: ${path}`);
  if (value) {
    within(`error in move for path: '${path}'`, () => {
      addMember(target, name, value);
    });
  }
}

function sizeOf(node: YamlNode): number {
  if (node.kind === 'scalar') return 1;
  const members = node.kind === 'list' ? node.items : [...node.entries.values()].map(({ value }) => value);
  return members.reduce((sum, member) => sum + sizeOf(member), 1);
}

function copy(patching: Patching, operation: Operation): void {
  const [container, key, from] = source(patching, operation);
  const value = within(`error in copy for from: '${from}'`, () => getMember(container, key));
  const path = pathOf(operation);
  const [target, name] = find(patching.root, path, `copy operation does not apply: doc is missing destination path: ${path}`);
  if (value && (patching.copied += sizeOf(value)) > MOST_COPIED) throw new JsonProblem('the copies make too large a document');
  const made = value ? jsonForm(value) : scalarNode('null', operation.node.origin, 'null');
  within('error while adding value during copy', () => {
    addMember(target, name, made);
  });
}

function test({ root }: Patching, operation: Operation): void {
  const path = pathOf(operation);
  const wanted = valueOf(operation);
  let found: YamlNode | undefined = root;
  if (path !== '') {
    const [container, key] = find(root, path, `test operation does not apply: is missing path: ${path}`);
    found = within(`error in test for path: '${path}'`, () => getMember(container, key));
  }
  if (found === undefined ? !isNull(wanted) : !isEqualJson(found, wanted)) throw new JsonProblem(`testing value ${path} failed: test failed`);
}

const OPERATIONS = new Map([
  ['add', add],
  ['remove', remove],
  ['replace', replace],
  ['move', move],
  ['copy', copy],
  ['test', test],
]);

/** Most nodes that copies of copies may make. */
const MOST_COPIED = 1_000_000;

function runOperation(patching: Patching, operation: Operation): void {
  try {
    const run = OPERATIONS.get(operation.op);
    if (!run) throw new JsonProblem(`Unexpected kind: ${operation.op}`);
    run(patching, operation);
  } catch (problem) {
    if (problem instanceof JsonProblem) throw new JsonProblem(problem.message, operation.node.origin.at);
    throw problem;
  }
}

/** Applies operations to an object. Throws a JsonProblem, with the object as it was, where one does not apply. */
export function applyOperations(object: BuildObject, operations: readonly Operation[]): void {
  withHistory(object, { keeps: true }, () => {
    const root = jsonForm(object.root);
    if (root.kind !== 'map') return;
    const patching: Patching = { root, removals: [], copied: 0 };
    for (const operation of operations) runOperation(patching, operation);
    object.root = patching.root;
    object.removals.push(...patching.removals);
  });
}
