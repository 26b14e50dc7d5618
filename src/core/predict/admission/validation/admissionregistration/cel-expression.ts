import { describeType, sameType, type CelType } from '../../../cel/type.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { isPlaceholder } from '../../../../yaml/mask.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext } from '../../validator.ts';

interface ExpressionOptions {
  readonly context: AdmissionContext;
  readonly variables: Readonly<Record<string, CelType>>;
  /** What the expression may give; anything where absent. */
  readonly returns?: readonly CelType[];
  /** The text that is compiled. */
  readonly text: string;
  /** The text that the server repeats, where it is another. */
  readonly repeats?: string;
}

/** Why the server does not take an expression of this type; undefined where it does. */
function typeFault(type: CelType, returns: readonly CelType[] | undefined): string | undefined {
  if (!returns || returns.some(wanted => sameType(wanted, type))) return undefined;
  const [only, ...others] = returns.map(describeType);
  const wanted = others.length === 0 ? (only ?? '') : `one of [${[only, ...others].join(' ')}]`;
  return `must evaluate to ${wanted} but got ${describeType(type)}`;
}

/** Compiles an expression of an admission policy or webhook; gives its type where that is known. */
export function validateExpression(at: Cursor<string>, to: Refusals, options: ExpressionOptions): CelType | undefined {
  const { context, variables, returns, text, repeats = text } = options;
  if (isPlaceholder(text)) return undefined;
  const program = context.engines.cel?.compile(text, variables);
  if (!program) return undefined;
  if ('error' in program) {
    to.invalid('admission-policy/expression', at, `compilation failed: ${program.error}`, { value: repeats });
    return undefined;
  }
  const fault = typeFault(program.type, returns);
  if (fault !== undefined) to.invalid('admission-policy/expression', at, fault, { value: repeats });
  return program.type;
}
