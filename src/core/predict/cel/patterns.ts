import { RE2JS } from 're2js';
import type { PatternEngine } from './overload.ts';
import { CelError } from './value.ts';

/** Patterns in the dialect of RE2, matched in linear time; compiled once each. */
export class Patterns implements PatternEngine {
  readonly #compiled = new Map<string, RE2JS | undefined>();

  isPattern(pattern: string): boolean {
    return this.#find(pattern) !== undefined;
  }

  matches(pattern: string, text: string): boolean {
    return this.#compile(pattern).matcher(text).find();
  }

  findAll(pattern: string, text: string, most: number): readonly string[] {
    const matcher = this.#compile(pattern).matcher(text);
    const found: string[] = [];
    while ((most < 0 || found.length < most) && matcher.find()) found.push(matcher.group() ?? '');
    return found;
  }

  #compile(pattern: string): RE2JS {
    const compiled = this.#find(pattern);
    if (!compiled) throw new CelError(`error parsing regexp: ${pattern}`);
    return compiled;
  }

  #find(pattern: string): RE2JS | undefined {
    if (!this.#compiled.has(pattern)) this.#compiled.set(pattern, compile(pattern));
    return this.#compiled.get(pattern);
  }
}

function compile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
