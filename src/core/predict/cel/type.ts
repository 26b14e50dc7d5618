/** A type of the Common Expression Language, as the checker of the API server knows it. `param` stands for any type within one signature. */
export type CelType = Sized &
  (
    | { readonly kind: ScalarKind }
    | { readonly kind: 'list'; readonly element: CelType }
    | { readonly kind: 'map'; readonly key: CelType; readonly value: CelType }
    | { readonly kind: 'optional'; readonly value: CelType }
    | { readonly kind: 'type'; readonly of: CelType }
    | { readonly kind: 'opaque'; readonly name: string }
    | { readonly kind: 'object'; readonly name: string; readonly fields: ReadonlyMap<string, CelType> }
    | { readonly kind: 'param'; readonly name: string }
  );

/** Characters, elements or entries that a value of the type has at most; absent where nothing says so. */
interface Sized {
  readonly most?: number;
}

type ScalarKind = 'dyn' | 'null' | 'bool' | 'int' | 'uint' | 'double' | 'string' | 'bytes' | 'duration' | 'timestamp';

export const DYN: CelType = { kind: 'dyn' };
export const NULL: CelType = { kind: 'null' };
export const BOOL: CelType = { kind: 'bool' };
export const INT: CelType = { kind: 'int' };
export const UINT: CelType = { kind: 'uint' };
export const DOUBLE: CelType = { kind: 'double' };
export const STRING: CelType = { kind: 'string' };
export const BYTES: CelType = { kind: 'bytes' };
export const DURATION: CelType = { kind: 'duration' };
export const TIMESTAMP: CelType = { kind: 'timestamp' };

export const A: CelType = { kind: 'param', name: 'A' };
export const B: CelType = { kind: 'param', name: 'B' };

export const listOf = (element: CelType): CelType => ({ kind: 'list', element });
export const mapOf = (key: CelType, value: CelType): CelType => ({ kind: 'map', key, value });
export const optionalOf = (value: CelType): CelType => ({ kind: 'optional', value });
export const typeOf = (of: CelType): CelType => ({ kind: 'type', of });
export const opaque = (name: string): CelType => ({ kind: 'opaque', name });
export const objectOf = (name: string, fields: Readonly<Record<string, CelType>>): CelType => ({
  kind: 'object',
  name,
  fields: new Map(Object.entries(fields)),
});

/** A type as the checker's messages name it: `map(string, list(int))`. */
export function describeType(type: CelType): string {
  switch (type.kind) {
    case 'list':
      return `list(${describeType(type.element)})`;
    case 'map':
      return `map(${describeType(type.key)}, ${describeType(type.value)})`;
    case 'optional':
      return `optional_type(${describeType(type.value)})`;
    case 'type':
      return `type(${describeType(type.of)})`;
    case 'null':
      return 'null_type';
    case 'duration':
      return 'google.protobuf.Duration';
    case 'timestamp':
      return 'google.protobuf.Timestamp';
    case 'opaque':
    case 'object':
    case 'param':
      return type.name;
    default:
      return type.kind;
  }
}

export function sameType(one: CelType, other: CelType): boolean {
  return one === other || describeType(one) === describeType(other);
}

/** What the parameters of one signature stand for in one call. */
export type Bindings = Map<string, CelType>;

/** The type with its parameters replaced; parameters that no argument binds are `dyn`. */
export function substitute(type: CelType, bindings: Bindings): CelType {
  switch (type.kind) {
    case 'param':
      return bindings.get(type.name) ?? DYN;
    case 'list':
      return listOf(substitute(type.element, bindings));
    case 'map':
      return mapOf(substitute(type.key, bindings), substitute(type.value, bindings));
    case 'optional':
      return optionalOf(substitute(type.value, bindings));
    case 'type':
      return typeOf(substitute(type.of, bindings));
    default:
      return type;
  }
}

/** What null may be given for. */
const isNullable = ({ kind }: CelType): boolean =>
  kind === 'null' || kind === 'object' || kind === 'duration' || kind === 'timestamp' || kind === 'opaque' || kind === 'optional';

function isBound(from: CelType, name: string, bindings: Bindings): boolean {
  const bound = bindings.get(name);
  if (!bound || bound.kind === 'dyn') {
    if (!bound) bindings.set(name, from);
    return true;
  }
  if (isAssignable(from, bound, bindings)) {
    if (from.kind === 'dyn') bindings.set(name, DYN);
    return true;
  }
  if (!isAssignable(bound, from, bindings)) return false;
  bindings.set(name, from);
  return true;
}

/** Whether a value of one type may stand where another is wanted; binds the parameters of the wanted type. */
export function isAssignable(from: CelType, to: CelType, bindings: Bindings): boolean {
  if (to.kind === 'param') return isBound(from, to.name, bindings);
  if (from.kind === 'dyn' || to.kind === 'dyn' || from.kind === 'param') return true;
  if (from.kind === 'null') return isNullable(to);
  if (from.kind === 'list' && to.kind === 'list') return isAssignable(from.element, to.element, bindings);
  if (from.kind === 'map' && to.kind === 'map') return isAssignable(from.key, to.key, bindings) && isAssignable(from.value, to.value, bindings);
  if (from.kind === 'optional' && to.kind === 'optional') return isAssignable(from.value, to.value, bindings);
  if (from.kind === 'type' && to.kind === 'type') return true;
  if ((from.kind === 'opaque' || from.kind === 'object') && from.kind === to.kind) return from.name === to.name;
  return from.kind === to.kind;
}

/** The one type of several values, as list literals and conditions have it; `dyn` where they differ. */
export function joinTypes(types: readonly CelType[]): CelType {
  const [first, ...others] = types;
  if (!first) return DYN;
  return others.every(other => sameType(first, other)) ? first : DYN;
}
