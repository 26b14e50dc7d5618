import { LONGEST_RESULT, SUBSTITUTIONS } from './envsubst-functions.ts';

/** What is known of a variable: its value, that nothing sets it, or nothing. */
export type Variable = { readonly state: 'known'; readonly value: string } | { readonly state: 'unset' } | { readonly state: 'unknown' };

export interface Substituted {
  /** Expressions that cannot be told stand in it as they are written. */
  readonly text: string;
  /** Variables whose values are in it. */
  readonly used: ReadonlySet<string>;
  /** Variables that nothing sets, and that no default stands in for. */
  readonly unset: ReadonlySet<string>;
}

/** Why Flux refuses a text, in its own words. At the end of the text the cause may lie behind it. */
export interface SubstitutionFault {
  readonly fault: string;
  readonly offset: number;
  readonly atEnd: boolean;
}

class Refused extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const BAD = 'bad substitution';
const IN_FUNCTION = 'unable to parse substitution within function';
/** Expressions within defaults of expressions; nobody writes more. */
const MOST_LEVELS = 20;

const isNameCharacter = (character: string): boolean => /[\p{L}\p{Nd}_]/u.test(character);

/**
 * Reads `${name}` and its functions as Flux does (F-3): a grammar like a shell's, in which an unknown operator is a fault. Each character is
 * looked at once.
 */
class Substitution {
  readonly #text: string;
  readonly #lookUp: (name: string) => Variable;
  readonly used = new Set<string>();
  readonly unset = new Set<string>();
  #at = 0;

  constructor(text: string, lookUp: (name: string) => Variable) {
    this.#text = text;
    this.#lookUp = lookUp;
  }

  run(): string {
    let result = '';
    while (this.#at < this.#text.length) {
      const next = this.#text.indexOf('$', this.#at);
      if (next === -1) return result + this.#text.slice(this.#at);
      result += this.#text.slice(this.#at, next);
      this.#at = next;
      if (this.#starts('${')) result += this.#written(LONGEST_RESULT - result.length);
      else {
        result += '$';
        this.#at += this.#starts('$$') ? 2 : 1;
      }
    }
    return result;
  }

  /** The value of the expression that begins here; the expression itself where it cannot be told, or leaves no room for more. */
  #written(room: number): string {
    const start = this.#at;
    const value = this.#expression(0);
    return value !== undefined && value.length <= room ? value : this.#text.slice(start, this.#at);
  }

  #starts(text: string): boolean {
    return this.#text.startsWith(text, this.#at);
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #refuse(message: string): never {
    throw new Refused(message, this.#at);
  }

  /** Undefined where the value cannot be told. */
  #expression(level: number): string | undefined {
    if (level > MOST_LEVELS) this.#refuse(BAD);
    this.#at += 2;
    if (this.#peek() === '#') return this.#length();
    const name = this.#name('unable to parse variable name');
    const operator = this.#operator();
    const args = operator === '' ? [] : this.#args(operator, level);
    if (this.#peek() !== '}') this.#refuse(operator === '' ? 'missing closing brace' : BAD);
    this.#at++;
    return this.#value(name, operator, args);
  }

  #length(): string | undefined {
    this.#at++;
    const name = this.#name(BAD);
    if (this.#peek() !== '}') this.#refuse(BAD);
    this.#at++;
    return this.#value(name, 'length', []);
  }

  #name(fault: string): string {
    const start = this.#at;
    while (this.#at < this.#text.length && isNameCharacter(this.#peek())) this.#at++;
    if (this.#at === start) this.#refuse(fault);
    return this.#text.slice(start, this.#at);
  }

  #operator(): string {
    const found = /^(?::[-=?+]|:|=|[,^]{1,2}|\/[/#%]?|##?|%%?)/.exec(this.#text.slice(this.#at, this.#at + 2))?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #args(operator: string, level: number): readonly (string | undefined)[] {
    switch (operator.charAt(0)) {
      case ',':
      case '^':
        return [];
      case '/':
        return this.#replaceArgs(level);
      case '=':
        return this.#defaultArgs(level);
      case ':':
        return operator === ':' ? this.#sliceArgs(level) : this.#defaultArgs(level);
      default:
        return [this.#argument(/[}]/, level, false)];
    }
  }

  #defaultArgs(level: number): (string | undefined)[] {
    const args: (string | undefined)[] = [];
    while (this.#peek() !== '}') args.push(this.#argument(/[}]/, level, false));
    return args;
  }

  #sliceArgs(level: number): (string | undefined)[] {
    const position = this.#argument(/[:}]/, level, false);
    if (this.#peek() === '}') return [position];
    if (this.#peek() !== ':') this.#refuse(BAD);
    this.#skipAll(':');
    return [position, this.#argument(/[}]/, level, false)];
  }

  #replaceArgs(level: number): (string | undefined)[] {
    const pattern = this.#peek() === '/' ? '' : this.#argument(/[/]/, level, true);
    if (this.#peek() !== '/') this.#refuse(BAD);
    this.#skipAll('/');
    return this.#peek() === '}' ? [pattern] : [pattern, this.#argument(/[}]/, level, true)];
  }

  #skipAll(character: string): void {
    while (this.#peek() === character) this.#at++;
  }

  /** Text up to a character that ends it, or one expression. */
  #argument(end: RegExp, level: number, hasEscapes: boolean): string | undefined {
    if (this.#starts('${')) return this.#expression(level + 1);
    let found = '';
    for (let character = this.#peek(); character !== '' && !this.#starts('${'); character = this.#peek()) {
      const isEscaped = hasEscapes && /^(?:\$\$|\\[/\\])/.test(this.#text.slice(this.#at, this.#at + 2));
      if (!isEscaped && end.test(character)) break;
      found += isEscaped ? this.#text.charAt(this.#at + 1) : character;
      this.#at += isEscaped ? 2 : 1;
    }
    if (found === '') this.#refuse(IN_FUNCTION);
    return found;
  }

  #value(name: string, operator: string, args: readonly (string | undefined)[]): string | undefined {
    const variable = this.#lookUp(name);
    if (variable.state === 'unknown') return undefined;
    const isDefault = /^(?:=|:.)$/.test(operator);
    if (variable.state === 'unset' && !(isDefault && args.length > 0)) {
      this.unset.add(name);
      return undefined;
    }
    const value = variable.state === 'known' ? variable.value : '';
    if (variable.state === 'known') this.used.add(name);
    if (isDefault && value !== '') return value;
    const known = args.flatMap(arg => arg ?? []);
    const result = known.length < args.length ? undefined : isDefault ? known.join('') : (SUBSTITUTIONS.get(operator)?.(value, known) ?? undefined);
    return result !== undefined && result.length <= LONGEST_RESULT ? result : undefined;
  }
}

/** Fills the variables of a text as Flux does after a build. */
export function substitute(text: string, lookUp: (name: string) => Variable): Substituted | SubstitutionFault {
  const substitution = new Substitution(text, lookUp);
  try {
    const result = substitution.run();
    return { text: result, used: substitution.used, unset: substitution.unset };
  } catch (error) {
    if (error instanceof Refused) return { fault: error.message, offset: error.offset, atEnd: error.offset >= text.length };
    throw error;
  }
}
