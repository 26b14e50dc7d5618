import type { Comprehension, Expression, Literal } from './expression.ts';
import { overloadsOf } from './functions.ts';
import { entriesOf } from './library/lists.ts';
import type { CallContext } from './overload.ts';
import { qualifiedName } from './qualified-name.ts';
import { unescapeName } from './names.ts';
import { CelError, CelOptional, CelTypeValue, CelUint, CelUnknown, findKey, isList, isMap, isOfType, UNKNOWN, type CelMap, type CelValue } from './value.ts';

/** Variables by name; those of macros stand before those around them. */
export interface Scope {
  readonly name: string;
  readonly value: CelValue;
  readonly outer?: Scope | undefined;
}

const TYPES: ReadonlySet<string> = new Set(['int', 'uint', 'double', 'bool', 'string', 'bytes', 'list', 'map', 'null_type', 'type']);

/** Evaluates expressions: one object for one evaluation, since it counts the cost. */
export class Evaluator {
  readonly #context: CallContext;

  constructor(context: CallContext) {
    this.#context = context;
  }

  evaluate(expression: Expression, scope: Scope | undefined): CelValue {
    this.#context.meter.spend(1);
    switch (expression.op) {
      case 'literal':
        return literalValue(expression.value);
      case 'identifier':
        return known(lookUp(expression.name, scope));
      case 'select':
        return this.#select(expression, scope);
      case 'has':
        return this.#has(expression, scope);
      case 'call':
        return this.#call(expression, scope);
      case 'list':
        return expression.elements.map(element => this.evaluate(element, scope));
      case 'map':
        return new Map(expression.entries.map(([key, value]) => [this.evaluate(key, scope), this.evaluate(value, scope)]));
      case 'bind':
        return this.evaluate(expression.body, { name: expression.name, value: this.evaluate(expression.value, scope), outer: scope });
      case 'comprehension':
        return this.#comprehend(expression.comprehension, scope);
    }
  }

  #select(expression: Expression & { readonly op: 'select' }, scope: Scope | undefined): CelValue {
    const of = this.evaluate(expression.of, scope);
    if (of instanceof CelOptional || expression.isOptional) {
      const inner = of instanceof CelOptional ? of.value : of;
      const found = inner === undefined ? undefined : fieldOf(inner, expression.field);
      return found === undefined ? new CelOptional() : new CelOptional(known(found));
    }
    const found = fieldOf(of, expression.field);
    if (found === undefined) throw new CelError(`no such key: ${expression.field}`);
    return known(found);
  }

  #has(expression: Expression & { readonly op: 'has' }, scope: Scope | undefined): boolean {
    const of = this.evaluate(expression.of, scope);
    const inner = of instanceof CelOptional ? of.value : of;
    if (inner === undefined) return false;
    const found = fieldOf(inner, expression.field);
    if (found === UNKNOWN) throw new CelUnknown();
    return found !== undefined;
  }

  #call(expression: Expression & { readonly op: 'call' }, scope: Scope | undefined): CelValue {
    const { name, args } = expression;
    const [first, second, third] = args;
    if (first && second && (name === '_&&_' || name === '_||_')) return this.#decide(name === '_||_', [first, second], scope);
    if (name === '_?_:_' && first && second && third) return this.evaluate(truthOf(this.evaluate(first, scope)) ? second : third, scope);
    const qualified = qualifiedName(expression);
    if (qualified !== undefined)
      return this.#apply(
        qualified,
        false,
        args.map(argument => this.evaluate(argument, scope)),
      );
    const receiver = expression.receiver && this.evaluate(expression.receiver, scope);
    const values = args.map(argument => this.evaluate(argument, scope));
    return this.#apply(name, receiver !== undefined, receiver === undefined ? values : [receiver, ...values]);
  }

  #apply(name: string, isMethod: boolean, args: readonly CelValue[]): CelValue {
    for (const overload of overloadsOf(name)) {
      if (overload.isMethod !== isMethod || overload.args.length !== args.length) continue;
      if (overload.args.every((type, index) => isOfType(args[index] ?? null, type))) return overload.run(args, this.#context);
    }
    throw new CelError('no such overload');
  }

  /** `&&` and `||`: one side may decide although the other fails or is not known. */
  #decide(decisive: boolean, [left, right]: readonly [Expression, Expression], scope: Scope | undefined): boolean {
    const one = this.#attempt(left, scope);
    if (one === decisive) return decisive;
    const other = this.#attempt(right, scope);
    if (other === decisive) return decisive;
    for (const side of [one, other]) if (side instanceof CelUnknown) throw side;
    for (const side of [one, other]) if (side instanceof CelError) throw side;
    return !decisive;
  }

  #attempt(expression: Expression, scope: Scope | undefined): boolean | CelError | CelUnknown {
    try {
      return truthOf(this.evaluate(expression, scope));
    } catch (error) {
      if (error instanceof CelError || error instanceof CelUnknown) return error;
      throw error;
    }
  }

  #comprehend(comprehension: Comprehension, scope: Scope | undefined): CelValue {
    const entries = this.#entries(comprehension, scope);
    switch (comprehension.macro) {
      case 'all':
      case 'exists':
        return this.#quantify(comprehension, entries, scope);
      case 'exists_one':
        return entries.filter(entry => truthOf(this.#each(comprehension.condition, comprehension, entry, scope))).length === 1;
      case 'filter':
        return entries.filter(entry => truthOf(this.#each(comprehension.condition, comprehension, entry, scope))).map(([, value]) => value);
      case 'map':
      case 'transformList':
        return this.#transform(comprehension, entries, scope).map(([, value]) => value);
      case 'transformMap':
        return new Map(this.#transform(comprehension, entries, scope));
      case 'transformMapEntry':
        return new Map(this.#transform(comprehension, entries, scope).flatMap(([, value]) => (isMap(value) ? [...value] : [])));
    }
  }

  /** Key and value of each element. With one variable, a map is run through by its keys. */
  #entries({ over, variables }: Comprehension, scope: Scope | undefined): readonly (readonly [CelValue, CelValue])[] {
    const value = this.evaluate(over, scope);
    if (!isList(value) && !isMap(value)) throw new CelError('no such overload');
    const entries = entriesOf(value);
    return variables.length === 1 && isMap(value) ? entries.map(([key]) => [key, key]) : entries;
  }

  #each(expression: Expression | undefined, { variables }: Comprehension, [key, value]: readonly [CelValue, CelValue], scope: Scope | undefined): CelValue {
    if (!expression) return true;
    const [first = '', second] = variables;
    if (second === undefined) return this.evaluate(expression, { name: first, value, outer: scope });
    return this.evaluate(expression, { name: second, value, outer: { name: first, value: key, outer: scope } });
  }

  #quantify(comprehension: Comprehension, entries: readonly (readonly [CelValue, CelValue])[], scope: Scope | undefined): boolean {
    const decisive = comprehension.macro === 'exists';
    let failure: CelError | CelUnknown | undefined;
    for (const entry of entries) {
      try {
        if (truthOf(this.#each(comprehension.condition, comprehension, entry, scope)) === decisive) return decisive;
      } catch (error) {
        if (!(error instanceof CelError || error instanceof CelUnknown)) throw error;
        if (!(failure instanceof CelUnknown)) failure = error;
      }
    }
    if (failure) throw failure;
    return !decisive;
  }

  #transform(
    comprehension: Comprehension,
    entries: readonly (readonly [CelValue, CelValue])[],
    scope: Scope | undefined,
  ): readonly (readonly [CelValue, CelValue])[] {
    return entries
      .filter(entry => truthOf(this.#each(comprehension.condition, comprehension, entry, scope)))
      .map(entry => [entry[0], this.#each(comprehension.transform, comprehension, entry, scope)] as const);
  }
}

function literalValue(value: Literal): CelValue {
  return value !== null && typeof value === 'object' && 'uint' in value ? new CelUint(value.uint) : value;
}

function lookUp(name: string, scope: Scope | undefined): CelValue {
  for (let at = scope; at; at = at.outer) if (at.name === name) return at.value;
  if (TYPES.has(name)) return new CelTypeValue(name);
  throw new CelError(`no such attribute: ${name}`);
}

function known(value: CelValue): CelValue {
  if (value === UNKNOWN) throw new CelUnknown();
  return value;
}

function truthOf(value: CelValue): boolean {
  if (typeof value !== 'boolean') throw new CelError('no such overload');
  return value;
}

function fieldOf(value: CelValue, field: string): CelValue | undefined {
  if (!isMap(value)) throw new CelError('no such overload');
  return fieldIn(value, field);
}

/** Fields whose names are no identifiers are written escaped (`x__dash__prop`). */
function fieldIn(map: CelMap, field: string): CelValue | undefined {
  return findKey(map, field) ?? (field.includes('__') ? findKey(map, unescapeName(field)) : undefined);
}
