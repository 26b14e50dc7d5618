import { findNearest } from '../text/near.ts';

export type Members = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `a, b or c` */
function enumerate(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

/** Collects what is wrong with the export of a plugin: each a clause after the name of its file. */
export class PluginFaults {
  readonly all: string[] = [];

  add(fault: string): undefined {
    this.all.push(fault);
  }

  /** A word that is none of the known ones. */
  unknown(what: string, word: string, known: readonly string[]): undefined {
    const near = findNearest(word, known, name => name);
    this.add(`${what} "${word}" is unknown: ${near === undefined ? `use ${enumerate(known)}` : `did you mean "${near}"?`}`);
  }

  text(owner: string, members: Members, key: string): string | undefined {
    const value = this.#own(owner, members, key);
    if (value === undefined) return undefined;
    return typeof value === 'string' && value.trim() !== '' ? value : this.add(`${key} of ${owner} is no text`);
  }

  optionalText(owner: string, members: Members, key: string): void {
    if (members[key] !== undefined) this.text(owner, members, key);
  }

  word(owner: string, members: Members, { key, known }: { readonly key: string; readonly known: readonly string[] }): string | undefined {
    const value = this.text(owner, members, key);
    return value === undefined || known.includes(value) ? value : this.unknown(`${key} of ${owner}`, value, known);
  }

  words(owner: string, members: Members, { key, known }: { readonly key: string; readonly known: readonly string[] }): void {
    const value = this.#own(owner, members, key);
    if (value === undefined) return;
    if (!Array.isArray(value)) this.add(`${key} of ${owner} is no list`);
    else for (const word of value) if (!known.some(name => name === word)) this.unknown(`${key} of ${owner}:`, String(word), known);
  }

  /** The entries of a mapping that has to be there and to hold at least one. */
  entries(owner: string, members: Members, key: string): readonly (readonly [string, unknown])[] {
    const value = this.#own(owner, members, key);
    if (value === undefined) return [];
    if (isObject(value) && Object.keys(value).length > 0) return Object.entries(value);
    this.add(`${key} of ${owner} ${isObject(value) ? 'is empty' : 'is no object'}`);
    return [];
  }

  onlyKeys(owner: string, members: Members, known: readonly string[]): void {
    for (const key of Object.keys(members)) if (!known.includes(key)) this.unknown(`key of ${owner}:`, key, known);
  }

  #own(owner: string, members: Members, key: string): unknown {
    const value = members[key];
    if (value === undefined || value === null) return this.add(`${owner} has no ${key}`);
    return value;
  }
}
