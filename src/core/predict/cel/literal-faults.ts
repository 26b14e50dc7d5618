import type { Expression, Issue } from './expression.ts';
import { durationNanos, timestampNanos } from './library/time.ts';
import type { PatternEngine } from './overload.ts';

/** Whether a function takes a text that is written in the expression itself. */
function isTaken(name: string, text: string, patterns: PatternEngine): boolean {
  if (name === 'matches') return patterns.fault(text) === undefined;
  if (name === 'duration') return durationNanos(text) !== undefined;
  return name !== 'timestamp' || timestampNanos(text) !== undefined;
}

function childrenOf(expression: Expression): readonly (Expression | undefined)[] {
  switch (expression.op) {
    case 'select':
    case 'has':
      return [expression.of];
    case 'call':
      return [expression.receiver, ...expression.args];
    case 'list':
      return expression.elements;
    case 'map':
      return expression.entries.flat();
    case 'bind':
      return [expression.value, expression.body];
    case 'comprehension':
      return [expression.comprehension.over, expression.comprehension.condition, expression.comprehension.transform];
    default:
      return [];
  }
}

/** Patterns, durations and moments that are written as texts are read before any value is there. */
export function literalFaults(expression: Expression, patterns: PatternEngine): readonly Issue[] {
  const within = childrenOf(expression).flatMap(child => (child ? literalFaults(child, patterns) : []));
  if (expression.op !== 'call' || (expression.name === 'matches') !== (expression.receiver !== undefined)) return within;
  const [argument] = expression.args;
  if (argument?.op !== 'literal' || typeof argument.value !== 'string' || isTaken(expression.name, argument.value, patterns)) return within;
  return [...within, { at: argument.at, message: `invalid ${expression.name} argument` }];
}
