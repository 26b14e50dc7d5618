import { RE2JS } from 're2js';
import type { PatternEngine } from './overload.ts';
import { CelError } from './value.ts';

type Compiled = { readonly pattern: RE2JS } | { readonly fault: string };

/** Patterns in the dialect of RE2, matched in linear time; compiled once each. */
export class Patterns implements PatternEngine {
  readonly #compiled = new Map<string, Compiled>();

  fault(pattern: string): string | undefined {
    const compiled = this.#find(pattern);
    return 'fault' in compiled ? compiled.fault : undefined;
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
    if ('fault' in compiled) throw new CelError(compiled.fault);
    return compiled.pattern;
  }

  #find(pattern: string): Compiled {
    let compiled = this.#compiled.get(pattern);
    if (!compiled) this.#compiled.set(pattern, (compiled = compile(pattern)));
    return compiled;
  }
}

function compile(pattern: string): Compiled {
  try {
    return { pattern: RE2JS.compile(pattern) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : 'error parsing regexp' };
  }
}
