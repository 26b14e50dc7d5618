import type { Origin } from '../../yaml/origin.ts';
import { wrongKind } from '../merge/merge-problem.ts';
import { entryOf, isNull, type ListNode, listNode, mapNode, type ScalarNode, setEntry, type YamlNode } from '../node.ts';
import { compilePattern } from '../select.ts';
import { isElementStep, isIndex, NO_PAIR, splitElementStep } from './field-path.ts';
import { untypedNode } from '../node.ts';
import { ReplaceProblem } from './replace-problem.ts';

/** A field that a path leads to, with the way to put something else there. */
export interface Slot {
  readonly node: YamlNode;
  readonly replace: (node: YamlNode) => void;
}

/** What is made where a path leads to nothing. */
export interface Making {
  /** Kind of the field itself; undefined where nothing is made. */
  readonly kind: YamlNode['kind'] | undefined;
  readonly origin: Origin;
}

function make(next: string | undefined, { kind = 'map', origin }: Making): YamlNode {
  const wanted = next === undefined || next === '' ? kind : isElementStep(next) || isIndex(next) ? 'list' : 'map';
  if (wanted === 'scalar') return untypedNode('', origin);
  return wanted === 'list' ? listNode(origin) : mapNode(origin);
}

function itemsOf(node: YamlNode): ListNode | undefined {
  if (isNull(node)) return undefined;
  if (node.kind !== 'list') throw wrongKind('list', node);
  return node;
}

function slotIn(list: ListNode, index: number, node: YamlNode): Slot {
  return {
    node,
    replace: now => {
      list.items[index] = now;
    },
  };
}

/** A scalar as it stands in YAML, quotes included: that is what patterns are matched with. */
function written(node: YamlNode): string {
  if (node.kind !== 'scalar') return '';
  const quotes: Partial<Record<ScalarNode['style'], string>> = { double: '"', single: "'" };
  const quote = quotes[node.style] ?? '';
  return `${quote}${node.text}${quote}`.trim();
}

function matchIndex(at: Slot, path: readonly string[], making: Making): Slot[] | undefined {
  const [step = '', ...rest] = path;
  const list = itemsOf(at.node);
  const index = Number(step);
  if (list?.items.length === index && making.kind !== undefined) list.items.push(make(rest[0], making));
  const item = list?.items[index];
  if (!list || !item) throw new ReplaceProblem(`index ${index} specified but only ${list?.items.length ?? 0} elements found`);
  return matchPath(slotIn(list, index, item), rest, making);
}

function fitsElement(item: YamlNode, key: string, fits: (text: string) => boolean): boolean {
  if (key === '') return fits(written(item));
  const value = item.kind === 'map' ? entryOf(item, key) : undefined;
  return value !== undefined && fits(written(value));
}

function makeElement(key: string, value: string, { origin }: Making): YamlNode {
  const scalar = untypedNode(value, origin);
  if (key === '') return scalar;
  const element = mapNode(origin);
  setEntry(element, key, scalar);
  return element;
}

function matchElements(at: Slot, path: readonly string[], making: Making): Slot[] | undefined {
  const [step = '', ...rest] = path;
  const pair = splitElementStep(step);
  if (!pair) throw new ReplaceProblem(NO_PAIR);
  const [key, value] = pair;
  const pattern = compilePattern(value);
  if (typeof pattern === 'string') throw new ReplaceProblem(pattern);
  const list = itemsOf(at.node);
  const find = (): Slot[] =>
    (list?.items ?? []).flatMap((item, index) => {
      if (!list || !fitsElement(item, key, text => pattern.matcher(text).find())) return [];
      // Behind a scalar of a list the rest of the path does not count.
      return key === '' ? [slotIn(list, index, item)] : (matchPath(slotIn(list, index, item), rest, making) ?? []);
    });
  const found = find();
  if (found.length > 0) return found;
  if (making.kind === undefined || !list) return undefined;
  list.items.push(makeElement(key, value, making));
  return find();
}

function matchEvery(at: Slot, rest: readonly string[], making: Making): Slot[] | undefined {
  const list = itemsOf(at.node);
  const found = (list?.items ?? []).flatMap((item, index) => (list && matchPath(slotIn(list, index, item), rest, making)) ?? []);
  return found.length > 0 ? found : undefined;
}

function matchField({ node }: Slot, path: readonly string[], making: Making): Slot[] | undefined {
  const [step = '', ...rest] = path;
  if (isNull(node)) return undefined;
  if (node.kind !== 'map') throw wrongKind('map', node);
  let value = entryOf(node, step);
  if (!value && making.kind !== undefined) setEntry(node, step, (value = make(rest[0], making)));
  const replace = (now: YamlNode): void => {
    setEntry(node, step, now);
  };
  return value && matchPath({ node: value, replace }, rest, making);
}

/** All fields that the path of a target leads to (K-120); undefined where it leads nowhere. */
export function matchPath(at: Slot, path: readonly string[], making: Making): Slot[] | undefined {
  const [step] = path;
  if (step === undefined) return [at];
  if (isIndex(step)) return matchIndex(at, path, making);
  if (isElementStep(step)) return matchElements(at, path, making);
  return step === '*' ? matchEvery(at, path.slice(1), making) : matchField(at, path, making);
}
