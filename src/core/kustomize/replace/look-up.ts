import { MergeProblem, wrongKind } from '../merge/merge-problem.ts';
import { findElement } from '../merge/elements.ts';
import { entryOf, isNull, type ListNode, type YamlNode } from '../node.ts';
import { isElementStep, NO_PAIR, splitElementStep } from './field-path.ts';
import { ReplaceProblem } from './replace-problem.ts';

function listOf(node: YamlNode): ListNode {
  if (node.kind !== 'list') throw wrongKind('list', node);
  return node;
}

function elementOf(node: YamlNode, step: string): YamlNode | undefined {
  const pair = splitElementStep(step);
  if (!pair) throw new ReplaceProblem(NO_PAIR);
  const [key, value] = pair;
  return findElement(listOf(node), key === '' ? [] : [key], [value]);
}

function stepInto(node: YamlNode, step: string): YamlNode | undefined {
  if (/^[-+]?[0-9]{1,9}$/.test(step)) {
    const index = Number(step);
    if (index < 0) throw new ReplaceProblem(`array index ${index} cannot be negative`);
    return listOf(node).items[index];
  }
  if (step === '-') return listOf(node).items.at(-1);
  if (step === '*') throw new ReplaceProblem('wildcard is not supported in PathGetter');
  if (isElementStep(step)) return elementOf(node, step);
  if (node.kind !== 'map') throw wrongKind('map', node);
  return entryOf(node, step);
}

/** The field that the path of a source leads to; undefined where it leads nowhere. */
export function lookUp(root: YamlNode, path: readonly string[]): YamlNode | undefined {
  let at: YamlNode | undefined = root;
  for (const step of path.map(part => part.trim()).filter(part => part !== '')) {
    if (at === undefined || isNull(at)) return undefined;
    try {
      at = stepInto(at, step);
    } catch (problem) {
      throw problem instanceof MergeProblem ? new ReplaceProblem(problem.message) : problem;
    }
  }
  return at;
}
