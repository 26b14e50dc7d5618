import type { Comprehension, Expression, Literal } from './expression.ts';
import { BOOL, type CelType } from './type.ts';

type Types = ReadonlyMap<Expression, CelType>;

const TRAVERSAL = 0.1;
const PATTERN = 0.25;
const LIST_COST = 10;
const MAP_COST = 30;

/** Calls that read a text as a whole, the one that they are made on or their first argument. */
const TRAVERSING: ReadonlySet<string> = new Set('lowerAscii upperAscii substring trim replace split join url isURL quote'.split(' '));

/** Cost of one step of each macro beyond what its expressions cost: reading the result so far, deciding, and adding to it. */
const STEP_COST: Readonly<Record<Comprehension['macro'], number>> = {
  all: 3,
  exists: 4,
  exists_one: 2,
  filter: 13,
  map: 12,
  transformList: 12,
  transformMap: 2,
  transformMapEntry: 2,
};

const traverse = (size: number, factor = TRAVERSAL): number => Math.ceil(size * factor);

function literalSize(value: Literal): number {
  if (typeof value === 'string') return Array.from(value).length;
  return value instanceof Uint8Array ? value.length : 1;
}

/**
 * The most that an expression can cost, in the units in which the API server counts it before it takes a rule. Sizes that are not known
 * count as nothing, so that the true estimate is never less.
 */
export class CostEstimate {
  readonly #types: Types;

  constructor(types: Types) {
    this.#types = types;
  }

  of(expression: Expression): number {
    switch (expression.op) {
      case 'literal':
        return 0;
      case 'identifier':
        return 1;
      case 'select':
        return this.of(expression.of) + (this.#isStructure(expression.of) ? 1 : 0);
      case 'has':
        return this.of(expression.of);
      case 'list':
        return LIST_COST + this.#sum(expression.elements);
      case 'map':
        return MAP_COST + this.#sum(expression.entries.flat());
      case 'bind':
        return LIST_COST + this.of(expression.value) + this.of(expression.body);
      case 'comprehension':
        return this.#comprehension(expression.comprehension);
      case 'call':
        return this.#call(expression);
    }
  }

  #sum(expressions: readonly Expression[]): number {
    return expressions.reduce((total, each) => total + this.of(each), 0);
  }

  #typeOf(expression: Expression): CelType {
    return this.#types.get(expression) ?? BOOL;
  }

  #isStructure(expression: Expression): boolean {
    const { kind } = this.#typeOf(expression);
    return kind === 'map' || kind === 'object';
  }

  #comprehension({ macro, over, condition, transform }: Comprehension): number {
    const step = STEP_COST[macro] + (condition ? this.of(condition) : 0) + (transform ? this.of(transform) : 0);
    const init = macro === 'filter' || macro === 'map' || macro === 'transformList' ? LIST_COST : 0;
    return this.of(over) + init + 1 + this.#sizeOf(over) * step;
  }

  /** Elements, characters or entries at most. */
  #sizeOf(expression: Expression): number {
    switch (expression.op) {
      case 'literal':
        return literalSize(expression.value);
      case 'list':
        return expression.elements.length;
      case 'map':
        return expression.entries.length;
      case 'bind':
        return this.#sizeOf(expression.body);
      case 'comprehension':
        return 'transform' in expression.comprehension || expression.comprehension.macro === 'filter' ? this.#sizeOf(expression.comprehension.over) : 1;
      case 'call':
        return this.#sizeOfCall(expression);
      default:
        return mostOf(this.#typeOf(expression));
    }
  }

  #sizeOfCall(call: Expression & { readonly op: 'call' }): number {
    const [first, second, third] = call.args;
    if (call.name === '_[_]') return mostOf(this.#typeOf(call));
    if (call.name === '_+_' && first && second) return this.#sizeOf(first) + this.#sizeOf(second);
    if (call.name === '_?_:_' && second && third) return Math.max(this.#sizeOf(second), this.#sizeOf(third));
    const { kind } = this.#typeOf(call);
    return kind === 'string' || kind === 'list' || kind === 'map' || kind === 'bytes' || kind === 'dyn' ? 0 : 1;
  }

  #call(call: Expression & { readonly op: 'call' }): number {
    const { name, args, receiver } = call;
    const [first, second, third] = args;
    if (name === '_?_:_' && first && second && third) return this.of(first) + Math.max(this.of(second), this.of(third));
    return (receiver ? this.of(receiver) : 0) + this.#sum(args) + this.#callItself(name, receiver, args);
  }

  /** What the function does, its arguments aside. */
  #callItself(name: string, receiver: Expression | undefined, args: readonly Expression[]): number {
    const [first, second] = args;
    const size = (expression: Expression | undefined): number => (expression ? this.#sizeOf(expression) : 0);
    switch (name) {
      case '_&&_':
      case '_||_':
        return 0;
      case '_==_':
      case '_!=_':
        return traverse(Math.min(size(first), size(second)));
      case '@in':
        return second && this.#typeOf(second).kind === 'list' ? size(second) : 1;
      case '_+_':
        return first && this.#typeOf(first).kind === 'string' ? traverse(size(first) + size(second)) : 1;
      case 'startsWith':
      case 'endsWith':
        return traverse(size(first));
      case 'contains':
        return traverse(size(receiver)) * traverse(size(first));
      case 'matches':
        return traverse(size(receiver) + 1) * traverse(size(first), PATTERN);
      default:
        return TRAVERSING.has(name) ? Math.max(1, traverse(size(receiver ?? first))) : 1;
    }
  }
}

const mostOf = ({ most = 0 }: CelType): number => most;
