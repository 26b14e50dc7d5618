import type { Comprehension, Expression, MacroName } from './expression.ts';

type Call = Expression & { readonly op: 'call' };

const CONDITIONS: ReadonlyMap<string, MacroName> = new Map([
  ['all', 'all'],
  ['exists', 'exists'],
  ['exists_one', 'exists_one'],
  ['existsOne', 'exists_one'],
  ['filter', 'filter'],
]);

const TRANSFORMS: ReadonlyMap<string, MacroName> = new Map([
  ['transformList', 'transformList'],
  ['transformMap', 'transformMap'],
  ['transformMapEntry', 'transformMapEntry'],
]);

const nameOf = (expression: Expression | undefined): string | undefined => (expression?.op === 'identifier' ? expression.name : undefined);

/** `has(a.b)`, `e.all(x, …)`, `cel.bind(…)` and the other macros; undefined for an ordinary call. */
export function expandMacro(call: Call): Expression | undefined {
  if (!call.receiver) return call.name === 'has' ? expandHas(call) : undefined;
  if (call.name === 'bind' && nameOf(call.receiver) === 'cel') return expandBind(call);
  if (call.name === 'optMap' || call.name === 'optFlatMap') return expandOptional(call);
  const comprehension = comprehensionOf(call, call.receiver);
  return comprehension && { op: 'comprehension', at: call.at, comprehension };
}

function expandHas({ args, at }: Call): Expression | undefined {
  const [argument, ...others] = args;
  if (argument?.op !== 'select' || others.length > 0) return undefined;
  return { op: 'has', at, of: argument.of, field: argument.field, isOptional: argument.isOptional };
}

function expandBind({ args, at }: Call): Expression | undefined {
  const [variable, value, body, ...others] = args;
  const name = nameOf(variable);
  return name !== undefined && value && body && others.length === 0 ? { op: 'bind', at, name, value, body } : undefined;
}

/** `optional.optMap(x, e)`: the value, if there is one, under a name. */
function expandOptional({ name, receiver, args, at }: Call): Expression | undefined {
  const [variable, body, ...others] = args;
  const bound = nameOf(variable);
  if (!receiver || bound === undefined || !body || others.length > 0) return undefined;
  const value: Expression = { op: 'call', at, name: 'value', receiver, args: [] };
  const some: Expression = name === 'optMap' ? { op: 'call', at, name: 'optional.of', args: [body] } : body;
  const then: Expression = { op: 'bind', at, name: bound, value, body: some };
  const condition: Expression = { op: 'call', at, name: 'hasValue', receiver, args: [] };
  return { op: 'call', at, name: '_?_:_', args: [condition, then, { op: 'call', at, name: 'optional.none', args: [] }] };
}

function comprehensionOf({ name, args }: Call, over: Expression): Comprehension | undefined {
  const [first, second] = args;
  const [one, two] = [nameOf(first), nameOf(second)];
  if (one === undefined) return undefined;
  const quantifier = CONDITIONS.get(name);
  if (quantifier) {
    if (args.length === 2 && second && name !== 'existsOne') return { macro: quantifier, over, variables: [one], condition: second };
    const condition = args[2];
    return args.length === 3 && two !== undefined && condition && name !== 'filter' ? { macro: quantifier, over, variables: [one, two], condition } : undefined;
  }
  if (name === 'map') return transformOf('map', over, [one], args.slice(1));
  const transform = TRANSFORMS.get(name);
  return transform && two !== undefined ? transformOf(transform, over, [one, two], args.slice(2)) : undefined;
}

/** The last argument transforms; one before it is a condition. */
function transformOf(macro: MacroName, over: Expression, variables: readonly string[], rest: readonly Expression[]): Comprehension | undefined {
  const transform = rest.at(-1);
  if (!transform || rest.length > 2) return undefined;
  const condition = rest.length === 2 ? rest[0] : undefined;
  return { macro, over, variables, transform, ...(condition && { condition }) };
}
