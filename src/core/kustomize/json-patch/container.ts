import { entryOf, isNull, type ListNode, type MapNode, type YamlNode } from '../node.ts';
import { JsonProblem, missing } from './json-problem.ts';

/** What has members that a pointer can name. */
export type Container = MapNode | ListNode;

const badIndex = (index: number): JsonProblem => new JsonProblem(`Unable to access invalid index: ${index}: invalid index referenced`);

function readIndex(key: string): number {
  if (/^[-+]?[0-9]{1,15}$/.test(key)) return Number(key);
  throw new JsonProblem(`strconv.Atoi: parsing ${JSON.stringify(key)}: invalid syntax`);
}

/** An index that may count from the end; `size` is what it must stay below. */
function indexOf(key: string, size: number): number {
  const index = readIndex(key);
  if (index >= size || index < -size) throw badIndex(index);
  return index < 0 ? index + size : index;
}

/** The member; undefined for a key that a mapping lacks. */
export function getMember(container: Container, key: string): YamlNode | undefined {
  return container.kind === 'map' ? entryOf(container, key) : container.items[indexOf(key, container.items.length)];
}

export function addMember(container: Container, key: string, value: YamlNode): void {
  if (container.kind === 'map') container.entries.set(key, { keyOrigin: value.origin, value });
  else if (key === '-') container.items.push(value);
  else container.items.splice(addIndex(key, container.items.length + 1), 0, value);
}

function addIndex(key: string, size: number): number {
  try {
    return indexOf(key, size);
  } catch (problem) {
    if (!(problem instanceof JsonProblem) || !problem.message.startsWith('strconv')) throw problem;
    throw new JsonProblem(`value was not a proper array index: '${key}': ${problem.message}`);
  }
}

export function setMember(container: Container, key: string, value: YamlNode): void {
  if (container.kind === 'map') addMember(container, key, value);
  else container.items[indexOf(key, container.items.length)] = value;
}

export function removeMember(container: Container, key: string): void {
  if (container.kind === 'list') container.items.splice(indexOf(key, container.items.length), 1);
  else if (!container.entries.delete(key)) throw missing(`Unable to remove nonexistent key: ${key}`);
}

const decode = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

function step(from: Container, part: string): Container | undefined {
  try {
    const next = getMember(from, part);
    return next === undefined || isNull(next) || next.kind === 'scalar' ? undefined : next;
  } catch (problem) {
    if (problem instanceof JsonProblem) return undefined;
    throw problem;
  }
}

/** Where a pointer leads: the container of its last part; undefined where there is none. */
export function findContainer(root: Container, pointer: string): readonly [Container, string] | undefined {
  const parts = pointer.split('/').slice(1).map(decode);
  const key = parts.pop();
  let container: Container | undefined = root;
  for (const part of parts) container = container && step(container, part);
  return container && key !== undefined ? [container, key] : undefined;
}
