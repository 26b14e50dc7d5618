import type { LabelSelector, LabelSelectorRequirement } from 'kubernetes-types/meta/v1.d.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf, type Field } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import { allOf, anyOf, type Answer } from './answer.ts';
import type { Labels } from './labels.ts';

export type Operator = 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';

/** One condition on the labels. An equality pair is `In` with one value. */
export interface Requirement {
  readonly key: string;
  /** Unknown for a misspelt or templated operator. */
  readonly operator: Operator | 'unknown';
  readonly values: readonly Field<string>[];
  readonly at: Place;
}

/** What it means that a selector is not written or holds nothing differs by field (S-009): callers ask `isEmpty` first. */
export interface Selector {
  readonly requirements: readonly Requirement[];
  /** True when there may be conditions that are not shown. */
  readonly open: boolean;
  readonly written: boolean;
  readonly at: Place;
}

const OPERATORS: ReadonlySet<string> = new Set<Operator>(['In', 'NotIn', 'Exists', 'DoesNotExist']);

function isOperator(name: string | undefined): name is Operator {
  return name !== undefined && OPERATORS.has(name);
}

/** A null is the empty text (S-003). */
function readValue(value: Cursor<string>): Field<string> {
  return value.isAbsent ? { state: 'known', value: '', at: value.at } : value.string();
}

function readPairs(pairs: Cursor<Readonly<Record<string, string>>>): Requirement[] {
  return pairs.entries().map(({ key, value }) => ({
    key,
    operator: 'In',
    values: [readValue(value)],
    at: value.at,
  }));
}

/** A flat map of pairs: `spec.selector` of Services and ReplicationControllers (S-005). */
export function readMapSelector(selector: Cursor<Readonly<Record<string, string>>>): Selector {
  return { requirements: readPairs(selector), open: selector.isOpen, written: selector.isPresent, at: selector.at };
}

function readExpression(expression: Cursor<LabelSelectorRequirement>): Requirement | undefined {
  const key = valueOf(expression.get('key').string());
  const operator = valueOf(expression.get('operator').string());
  if (key === undefined) return undefined;
  const values = expression.get('values').items().map(readValue);
  return { key, operator: isOperator(operator) ? operator : 'unknown', values, at: expression.at };
}

/** matchLabels and matchExpressions, all of which must hold (S-006). */
export function readLabelSelector(selector: Cursor<LabelSelector>): Selector {
  const [labels, expressions] = [selector.get('matchLabels'), selector.get('matchExpressions')];
  const read = expressions.items().map(readExpression);
  return {
    requirements: [...readPairs(labels), ...read.filter(requirement => requirement !== undefined)],
    open: selector.isOpen || labels.isOpen || expressions.isOpen || read.includes(undefined),
    written: selector.isPresent,
    at: selector.at,
  };
}

/** No condition at all, and none hidden. */
export function isEmpty(selector: Selector): boolean {
  return selector.requirements.length === 0 && !selector.open;
}

function isIn(value: Field<string>, values: readonly Field<string>[]): Answer {
  return anyOf(values.map(other => (value.state !== 'known' || other.state !== 'known' ? 'unknown' : value.value === other.value ? 'yes' : 'no')));
}

const not: Record<Answer, Answer> = { yes: 'no', no: 'yes', unknown: 'unknown' };

/** A value that is no text, such as a nested map: the API server refuses the selector, so nothing can be said of what it takes (S-012). */
function isMistyped({ values }: Requirement): boolean {
  return values.some(value => value.state === 'unknown' && value.why === 'wrong-type');
}

/** Whether one condition holds for written labels (S-006). */
export function satisfies(requirement: Requirement, labels: Labels): Answer {
  if (isMistyped(requirement)) return 'unknown';
  const value = labels.entries.get(requirement.key);
  if (requirement.operator === 'unknown') return 'unknown';
  if (!value) {
    if (labels.open) return 'unknown';
    return requirement.operator === 'NotIn' || requirement.operator === 'DoesNotExist' ? 'yes' : 'no';
  }
  if (requirement.operator === 'Exists') return 'yes';
  if (requirement.operator === 'DoesNotExist') return 'no';
  const within = isIn(value, requirement.values);
  return requirement.operator === 'In' ? within : not[within];
}

/** Whether all conditions hold for written labels; a selector that may have more conditions is never a sure `yes`. */
export function selects(selector: Selector, labels: Labels): Answer {
  const answer = allOf(selector.requirements.map(requirement => satisfies(requirement, labels)));
  return answer === 'yes' && selector.open ? 'unknown' : answer;
}
