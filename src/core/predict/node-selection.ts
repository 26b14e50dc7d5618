import type { Answer } from '../model/answer.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import type { Untyped } from '../yaml/untyped.ts';
import { findNewNodeLabel } from './admission/validation/pod/node-selector.ts';

/** One condition on the labels of a node: an entry of `nodeSelector` is `In` with one value. */
export interface NodeCondition {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
  readonly at: Place;
}

/** Two conditions that no node meets together. */
export type Contradiction = readonly [NodeCondition, NodeCondition];

function readCondition(expression: Cursor): readonly NodeCondition[] {
  const [key, operator] = [valueOf(expression.get('key').string()), valueOf(expression.get('operator').string())];
  const values = expression.get('values');
  const read = values.items().map(value => valueOf(value.string()));
  const known = read.filter(value => value !== undefined);
  return key === undefined || operator === undefined || (values.isWritten && values.isOpen) || known.length < read.length
    ? []
    : [{ key, operator, values: known, at: expression.at }];
}

/** Old and new name of a label that one node carries with one value. */
function nameOf({ key }: NodeCondition): string {
  return findNewNodeLabel(key) ?? key;
}

/** Whether a label with a value meets a condition that is not `In`. */
function admits({ operator, values: [bound = '', ...others] }: NodeCondition, value: string): Answer {
  if (operator === 'NotIn') return [bound, ...others].includes(value) ? 'no' : 'yes';
  if (operator === 'DoesNotExist') return 'no';
  if (operator !== 'Gt' && operator !== 'Lt') return 'unknown';
  if (!/^-?\d+$/.test(value) || !/^-?\d+$/.test(bound)) return 'unknown';
  return (operator === 'Gt' ? Number(value) > Number(bound) : Number(value) < Number(bound)) ? 'yes' : 'no';
}

function excludes(a: NodeCondition, b: NodeCondition): boolean {
  if (nameOf(a) !== nameOf(b)) return false;
  if (a.operator === 'In' && b.operator === 'In') return a.values.length > 0 && b.values.length > 0 && !a.values.some(value => b.values.includes(value));
  // What is true of the old name of a label may not be of the new one, but for its value.
  if (a.key !== b.key) return false;
  if (a.operator === 'In') return a.values.length > 0 && a.values.every(value => admits(b, value) === 'no');
  return a.operator === 'Exists' && b.operator === 'DoesNotExist';
}

function findPair(conditions: readonly NodeCondition[]): Contradiction | undefined {
  for (const [i, a] of conditions.entries()) {
    const b = conditions.find((other, j) => j !== i && (excludes(a, other) || excludes(other, a)));
    if (b) return [a, b];
  }
  return undefined;
}

/** Why no node meets what a pod asks of its node. Terms are alternatives: each of them has to fail. */
export function findNodeContradiction({ spec }: PodTemplate): Contradiction | undefined {
  const selector = spec.as<Untyped>().get('nodeSelector');
  const own = selector.entries().flatMap(({ key, value }): readonly NodeCondition[] => {
    const text = valueOf(value.string());
    return text === undefined ? [] : [{ key, operator: 'In', values: [text], at: value.at }];
  });
  const required = spec.as<Untyped>().get('affinity').get('nodeAffinity').get('requiredDuringSchedulingIgnoredDuringExecution');
  const terms = required.get('nodeSelectorTerms');
  const pairs = terms.items().map(term => findPair([...own, ...term.get('matchExpressions').items().flatMap(readCondition)]));
  if (pairs.length === 0 || required.isUnknown || terms.isUnknown) return findPair(own);
  return !terms.isOpen && pairs.every(pair => pair !== undefined) ? pairs[0] : findPair(own);
}
