import { Environment, ParseError, type ASTNode } from '@marcbachmann/cel-js';
import type { Expression, Issue, Literal } from './expression.ts';
import { expandMacro } from './macros.ts';

/** What the parser makes of a text. `unsupported`: the text may be an expression of a form that the parser does not know. */
export type Parsed = { readonly expression: Expression } | { readonly issues: readonly Issue[] } | { readonly unsupported: true };

/** Depth and size that the API server's parser takes as well. */
const LIMITS = { maxAstNodes: 20_000, maxDepth: 250, maxListElements: 5000, maxMapEntries: 5000, maxCallArguments: 64 };

let environment: Environment | undefined;

const parser = (): Environment => (environment ??= new Environment({ enableOptionalTypes: true, unlistedVariablesAreDyn: true, limits: LIMITS }));

const OPERATORS: Readonly<Record<string, string>> = { in: '@in', '&&': '_&&_', '||': '_||_', '?:': '_?_:_', '!_': '!_', '-_': '-_' };

/** Characters that no expression holds outside of its texts. */
const FOREIGN = /^[$@#;~^\\]$/;

/** Reads the library's tree as ours. */
class Reader {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  read(node: ASTNode): Expression {
    switch (node.op) {
      case 'value':
        return { op: 'literal', at: node.start, value: literalOf(node.args) };
      case 'id':
        return { op: 'identifier', at: node.start, name: node.args };
      case '.':
      case '.?':
        return this.#select(node.args[0], node.args[1], node.op === '.?');
      case 'list':
        return { op: 'list', at: node.start, elements: node.args.map(element => this.read(element)) };
      case 'map':
        return { op: 'map', at: node.start, entries: node.args.map(([key, value]) => [this.read(key), this.read(value)]) };
      case 'call':
        return this.#call(node.args[0], undefined, node.args[1], node.start + node.args[0].length);
      case 'rcall':
        return this.#call(node.args[0], node.args[1], node.args[2], this.#after(node.args[1].end + 1, '('));
      default:
        return this.#operator(node);
    }
  }

  #operator(node: ASTNode): Expression {
    switch (node.op) {
      case '?:':
        return this.#operation('_?_:_', node.args, this.#operatorAfter(node.args[0].end));
      case '!_':
      case '-_':
        return this.#operation(node.op, [node.args], node.start);
      case '[]':
        return this.#operation('_[_]', node.args, this.#operatorAfter(node.args[0].end));
      case '[?]':
        return this.#operation('_[?_]', node.args, this.#operatorAfter(node.args[0].end));
      case 'value':
      case 'id':
      case '.':
      case '.?':
      case 'list':
      case 'map':
      case 'call':
      case 'rcall':
        throw new TypeError(node.op);
      default:
        return this.#operation(OPERATORS[node.op] ?? `_${node.op}_`, node.args, this.#operatorAfter(node.args[0].end));
    }
  }

  #operation(name: string, args: readonly ASTNode[], at: number): Expression {
    return { op: 'call', at, name, args: args.map(argument => this.read(argument)) };
  }

  #select(of: ASTNode, field: string, isOptional: boolean): Expression {
    return { op: 'select', at: this.#after(of.end, '.'), of: this.read(of), field, isOptional };
  }

  #call(name: string, receiver: ASTNode | undefined, args: readonly ASTNode[], at: number): Expression {
    const call = {
      op: 'call' as const,
      at: this.#after(at, '('),
      name,
      ...(receiver && { receiver: this.read(receiver) }),
      args: args.map(argument => this.read(argument)),
    };
    return expandMacro(call) ?? call;
  }

  /** Offset of the next such character. */
  #after(offset: number, character: string): number {
    const found = this.#text.indexOf(character, offset);
    return found < 0 ? offset : found;
  }

  /** Offset of the operator behind an operand, which may stand in parentheses. */
  #operatorAfter(offset: number): number {
    let at = offset;
    while (/[\s)]/.test(this.#text.charAt(at))) at++;
    return at;
  }
}

function literalOf(value: (ASTNode & { readonly op: 'value' })['args']): Literal {
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint' || typeof value === 'number' || typeof value === 'string') return value;
  if (value instanceof Uint8Array) return value;
  return { uint: value.value };
}

/** The server's words for a text that breaks off or holds what no expression does; none where another reading may save it. */
function issuesOf(text: string, error: ParseError): readonly Issue[] {
  const at = error.range?.start ?? text.length;
  const found = text.charAt(at);
  if (FOREIGN.test(found)) return [{ at, message: `Syntax error: token recognition error at: '${found}'` }, ...leftover(text, at + 1)];
  if (error.code === 'limit_exceeded' || text.slice(at).trim() !== '') return [];
  const isCut = text.trimEnd().endsWith('.');
  return [{ at: text.length, message: isCut ? "Syntax error: no viable alternative at input '.'" : "Syntax error: mismatched input '<EOF>'" }];
}

/** A name behind a foreign character follows on nothing. */
function leftover(text: string, from: number): readonly Issue[] {
  const [, name = ''] = /^\s*([A-Za-z_]\w*)$/.exec(text.slice(from)) ?? [];
  return name === '' ? [] : [{ at: text.lastIndexOf(name), message: `Syntax error: extraneous input '${name}' expecting <EOF>` }];
}

/** Parses an expression. */
export function parseExpression(text: string): Parsed {
  try {
    const { ast } = parser().parse(text);
    return { expression: new Reader(text).read(ast) };
  } catch (error) {
    if (!(error instanceof ParseError)) return { unsupported: true };
    const issues = issuesOf(text, error);
    return issues.length > 0 ? { issues } : { unsupported: true };
  }
}
