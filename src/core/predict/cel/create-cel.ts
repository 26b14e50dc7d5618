import type { Schema } from '../../schema/schema.ts';
import type { PlainValue } from '../../yaml/to-value.ts';
import type { Answer, Bindings, Cel, CompileFault, Program } from './cel.ts';
import { Checker, type Declarations } from './check.ts';
import { CostEstimate } from './cost.ts';
import { Evaluator, type Scope } from './evaluate.ts';
import type { Expression, Issue } from './expression.ts';
import { fromPlain } from './from-value.ts';
import { literalFaults } from './literal-faults.ts';
import type { Meter } from './overload.ts';
import { parseExpression } from './parse.ts';
import { Patterns } from './patterns.ts';
import { DYN, type CelType } from './type.ts';
import { CelError, CelUnknown, type CelValue } from './value.ts';

/** Steps that one evaluation may take, and all of one program together: a hostile rule costs no more than this. */
const MOST_STEPS = 500_000;
const MOST_STEPS_OF_PROGRAM = 5_000_000;

const MOST_PROGRAMS = 5000;

class Compiled implements Program {
  readonly text: string;
  readonly type: CelType;
  readonly expression: Expression;
  readonly names: ReadonlySet<string>;
  readonly cost: number;
  spent = 0;

  constructor(text: string, { type, names, cost }: Omit<Program, 'text'>, expression: Expression) {
    this.text = text;
    this.type = type;
    this.names = names;
    this.cost = cost;
    this.expression = expression;
  }
}

class Allowance implements Meter {
  #left: number;

  constructor(left: number) {
    this.#left = left;
  }

  get left(): number {
    return this.#left;
  }

  spend(units: number): void {
    this.#left -= units;
    if (this.#left < 0) throw new CelUnknown();
  }
}

/** The issue as the checker prints it: where, what, the line, and a caret below it. */
function renderIssue(text: string, { at, message }: Issue): string {
  const before = text.slice(0, at).split('\n');
  const [line, column] = [before.length, before.at(-1)?.length ?? 0];
  return `ERROR: <input>:${String(line)}:${String(column + 1)}: ${message}\n | ${text.split('\n')[line - 1] ?? ''}\n | ${'.'.repeat(column)}^`;
}

function faultOf(text: string, issues: readonly Issue[]): CompileFault {
  return { error: issues.map(issue => renderIssue(text, issue)).join('\n'), issues };
}

function compile(text: string, scope: Declarations | undefined, patterns: Patterns): Program | CompileFault | undefined {
  const parsed = parseExpression(text);
  if ('unsupported' in parsed) return undefined;
  if ('issues' in parsed) return faultOf(text, parsed.issues);
  const checker = new Checker();
  const type = checker.check(parsed.expression, scope);
  const issues = checker.issues.length > 0 ? checker.issues : literalFaults(parsed.expression, patterns);
  if (issues.length > 0) return faultOf(text, issues);
  const cost = new CostEstimate(checker.types).of(parsed.expression);
  return new Compiled(text, { type, names: checker.names, cost }, parsed.expression);
}

class Engine implements Cel {
  readonly #patterns = new Patterns();
  readonly #values = new WeakMap<object, CelValue>();
  readonly #rules = new Map<string, Program | CompileFault>();

  compileRule(rule: string): Program | CompileFault {
    let program = this.#rules.get(rule);
    if (!program) {
      program = this.compile(rule, { self: DYN, oldSelf: DYN }) ?? { error: 'the expression is not understood', issues: [] };
      if (this.#rules.size < MOST_PROGRAMS) this.#rules.set(rule, program);
    }
    return program;
  }

  compile(text: string, variables: Readonly<Record<string, CelType>>): Program | CompileFault | undefined {
    let scope: Declarations | undefined;
    for (const [name, type] of Object.entries(variables)) scope = { name, type, outer: scope };
    try {
      return compile(text, scope, this.#patterns);
    } catch (error) {
      // A chain of operators too long for the stack.
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  evaluate(program: Program, bindings: Bindings): Answer {
    const value = this.#run(program, bindings);
    if (value instanceof CelUnknown) return 'unknown';
    if (value instanceof CelError) return { error: value.message };
    return typeof value === 'boolean' ? (value ? 'true' : 'false') : { error: 'the expression gives no bool' };
  }

  render(program: Program, bindings: Bindings): string | undefined {
    const value = this.#run(program, bindings);
    return typeof value === 'string' ? value : undefined;
  }

  patternFault(pattern: string): string | undefined {
    return this.#patterns.fault(pattern);
  }

  matches(pattern: string, text: string): boolean | undefined {
    return this.#patterns.fault(pattern) === undefined ? this.#patterns.matches(pattern, text) : undefined;
  }

  /** Values are read once: rules of inner fields see parts of what the rules of outer ones have seen. */
  #read(value: PlainValue, schema: Schema | undefined): CelValue {
    if (value === null || typeof value !== 'object') return fromPlain(value, schema);
    let read = this.#values.get(value);
    if (read === undefined) this.#values.set(value, (read = fromPlain(value, schema)));
    return read;
  }

  #run(program: Program, { self, oldSelf, schema }: Bindings): CelValue | CelError | CelUnknown {
    if (!(program instanceof Compiled) || program.spent > MOST_STEPS_OF_PROGRAM) return new CelUnknown();
    const meter = new Allowance(MOST_STEPS);
    const scope: Scope = {
      name: 'self',
      value: this.#read(self, schema),
      ...(oldSelf !== undefined && { outer: { name: 'oldSelf', value: this.#read(oldSelf, schema) } }),
    };
    try {
      return new Evaluator({ meter, patterns: this.#patterns }).evaluate(program.expression, scope);
    } catch (error) {
      if (error instanceof CelError || error instanceof CelUnknown) return error;
      // Too deep for the stack, which only an expression without end is.
      if (error instanceof RangeError) return new CelUnknown();
      throw error;
    } finally {
      program.spent += MOST_STEPS - Math.max(0, meter.left);
    }
  }
}

/** The engine. Programs are kept as long as it lives. */
export function createCel(): Cel {
  return new Engine();
}
