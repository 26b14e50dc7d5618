import type { Comprehension, Expression, Issue } from './expression.ts';
import { overloadsOf } from './functions.ts';
import { qualifiedName } from './qualified-name.ts';
import {
  A,
  BOOL,
  BYTES,
  DOUBLE,
  DYN,
  INT,
  NULL,
  STRING,
  UINT,
  describeType,
  isAssignable,
  joinTypes,
  listOf,
  mapOf,
  optionalOf,
  sameType,
  substitute,
  typeOf,
  type Bindings,
  type CelType,
} from './type.ts';

/** Types of the variables that an expression may name. */
export interface Declarations {
  readonly name: string;
  readonly type: CelType;
  readonly outer?: Declarations | undefined;
}

const TYPE_NAMES: ReadonlyMap<string, CelType> = new Map<string, CelType>([
  ...[BOOL, INT, UINT, DOUBLE, STRING, BYTES].map(type => [type.kind, typeOf(type)] as const),
  ['list', typeOf(listOf(DYN))],
  ['map', typeOf(mapOf(DYN, DYN))],
  ['null_type', typeOf(NULL)],
  ['type', typeOf(DYN)],
]);

/** Signatures that are no functions: they decide which of their operands is looked at. */
const LOGIC: Readonly<Record<string, { readonly args: readonly CelType[]; readonly result: CelType }>> = {
  '_&&_': { args: [BOOL, BOOL], result: BOOL },
  '_||_': { args: [BOOL, BOOL], result: BOOL },
  '_?_:_': { args: [BOOL, A, A], result: A },
};

/** Finds the type of an expression, and all that the API server's checker says against it. */
export class Checker {
  readonly issues: Issue[] = [];
  readonly names = new Set<string>();

  /** Types of all expressions that were checked. */
  readonly types = new Map<Expression, CelType>();

  check(expression: Expression, scope: Declarations | undefined): CelType {
    const type = this.#typeOf(expression, scope);
    this.types.set(expression, type);
    return type;
  }

  #typeOf(expression: Expression, scope: Declarations | undefined): CelType {
    switch (expression.op) {
      case 'literal':
        return literalType(expression.value);
      case 'identifier':
        return this.#identifier(expression, scope);
      case 'select':
        return this.#select(expression, scope);
      case 'has':
        this.#field(this.check(expression.of, scope), expression);
        return BOOL;
      case 'call':
        return this.#call(expression, scope);
      case 'list':
        return listOf(this.#uniform(expression.elements, scope));
      case 'map':
        return mapOf(
          this.#uniform(
            expression.entries.map(([key]) => key),
            scope,
          ),
          this.#uniform(
            expression.entries.map(([, value]) => value),
            scope,
          ),
        );
      case 'bind':
        return this.check(expression.body, { name: expression.name, type: this.check(expression.value, scope), outer: scope });
      case 'comprehension':
        return this.#comprehend(expression.comprehension, scope);
    }
  }

  #say(at: number, message: string): CelType {
    this.issues.push({ at, message });
    return DYN;
  }

  #identifier({ name, at }: Expression & { readonly op: 'identifier' }, scope: Declarations | undefined): CelType {
    this.names.add(name);
    for (let each = scope; each; each = each.outer) if (each.name === name) return each.type;
    return TYPE_NAMES.get(name) ?? this.#say(at, `undeclared reference to '${name}' (in container '')`);
  }

  /** A constant of another library may be called like `google.protobuf.Timestamp`: such names are left alone. */
  #select(expression: Expression & { readonly op: 'select' }, scope: Declarations | undefined): CelType {
    const path = pathOf(expression);
    if (path === 'google.protobuf.Timestamp' || path === 'google.protobuf.Duration') return typeOf(DYN);
    for (let each = scope; each && path !== undefined; each = each.outer) if (each.name === path) return each.type;
    const of = this.check(expression.of, scope);
    const found = this.#field(of, expression);
    return expression.isOptional || of.kind === 'optional' ? (found.kind === 'optional' ? found : optionalOf(found)) : found;
  }

  #field(of: CelType, { field, at }: { readonly field: string; readonly at: number }): CelType {
    switch (of.kind) {
      case 'dyn':
      case 'param':
        return DYN;
      case 'map':
        return of.value;
      case 'optional':
        return this.#field(of.value, { field, at });
      case 'object':
        return of.fields.get(field) ?? this.#say(at, `undefined field '${field}'`);
      default:
        return this.#say(at, `type '${describeType(of)}' does not support field selection`);
    }
  }

  #call(expression: Expression & { readonly op: 'call' }, scope: Declarations | undefined): CelType {
    const { name, receiver, args, at } = expression;
    const logic = Object.hasOwn(LOGIC, name) ? LOGIC[name] : undefined;
    const qualified = qualifiedName(expression);
    const operands = [...(receiver && qualified === undefined ? [receiver] : []), ...args];
    const overloads = logic ? [{ ...logic, isMethod: false }] : overloadsOf(qualified ?? name);
    if (overloads.length === 0) return this.#say(at, `undeclared reference to '${name}' (in container '')`);
    const types = operands.map(operand => (name === 'format' && operand.op === 'list' ? this.#mixed(operand.elements, scope) : this.check(operand, scope)));
    const isMethod = receiver !== undefined && qualified === undefined;
    const results = overloads.flatMap(overload => resultOf(overload, types, isMethod) ?? []);
    const [first, ...others] = results;
    if (first) return others.every(other => sameType(first, other)) ? first : DYN;
    return this.#say(at, `found no matching overload for '${qualified ?? name}' applied to '${describeCall(types, isMethod)}'`);
  }

  /** What `format` prints may be of many types. */
  #mixed(elements: readonly Expression[], scope: Declarations | undefined): CelType {
    for (const element of elements) this.check(element, scope);
    return listOf(DYN);
  }

  /** Elements of one literal have one type. */
  #uniform(elements: readonly Expression[], scope: Declarations | undefined): CelType {
    const types = elements.map(element => this.check(element, scope));
    const joined = joinTypes(types);
    const [first] = types;
    const odd = types.findIndex(type => first && !isAssignable(type, first, new Map()));
    const [type, element] = [types[odd], elements[odd]];
    if (type && element && first) this.#say(element.at, `expected type '${describeType(first)}' but found '${describeType(type)}'`);
    return joined;
  }

  #comprehend({ macro, over, variables, condition, transform }: Comprehension, scope: Declarations | undefined): CelType {
    const range = this.check(over, scope);
    const [key, value] = this.#rangeTypes(range, over);
    const [first = '', second] = variables;
    const single = range.kind === 'map' ? key : value;
    const inner: Declarations =
      second === undefined ? { name: first, type: single, outer: scope } : { name: second, type: value, outer: { name: first, type: key, outer: scope } };
    this.#condition(condition, inner);
    const made = transform ? this.check(transform, inner) : DYN;
    switch (macro) {
      case 'filter':
        return range.kind === 'dyn' ? listOf(DYN) : listOf(single);
      case 'map':
      case 'transformList':
        return listOf(made);
      case 'transformMap':
        return mapOf(key, made);
      case 'transformMapEntry':
        return made;
      default:
        return BOOL;
    }
  }

  #condition(condition: Expression | undefined, scope: Declarations): void {
    if (!condition) return;
    const type = this.check(condition, scope);
    if (!isAssignable(type, BOOL, new Map())) this.#say(condition.at, `found no matching overload for '_&&_' applied to '(bool, ${describeType(type)})'`);
  }

  #rangeTypes(range: CelType, { at }: Expression): readonly [CelType, CelType] {
    if (range.kind === 'list') return [INT, range.element];
    if (range.kind === 'map') return [range.key, range.value];
    if (range.kind !== 'dyn') this.#say(at, `expression of type '${describeType(range)}' cannot be range of a comprehension (must be list, map, or dynamic)`);
    return [DYN, DYN];
  }
}

function resultOf(
  overload: { readonly args: readonly CelType[]; readonly result: CelType; readonly isMethod: boolean },
  types: readonly CelType[],
  isMethod: boolean,
): CelType | undefined {
  const bindings: Bindings = new Map();
  if (overload.isMethod !== isMethod || overload.args.length !== types.length) return undefined;
  if (!overload.args.every((wanted, index) => isAssignable(types[index] ?? DYN, wanted, bindings))) return undefined;
  return substitute(overload.result, bindings);
}

function describeCall(types: readonly CelType[], isMethod: boolean): string {
  const [receiver, ...args] = types;
  const list = (of: readonly CelType[]): string => `(${of.map(describeType).join(', ')})`;
  return isMethod && receiver ? `${describeType(receiver)}.${list(args)}` : list(types);
}

function literalType(value: unknown): CelType {
  if (value === null) return NULL;
  if (typeof value === 'boolean') return BOOL;
  if (typeof value === 'bigint') return INT;
  if (typeof value === 'number') return DOUBLE;
  if (typeof value === 'string') return STRING;
  return value instanceof Uint8Array ? BYTES : UINT;
}

function pathOf(expression: Expression): string | undefined {
  if (expression.op === 'identifier') return expression.name;
  if (expression.op !== 'select') return undefined;
  const of = pathOf(expression.of);
  return of === undefined ? undefined : `${of}.${expression.field}`;
}
